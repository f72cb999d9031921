"""The bundle of other people's styles and scripts: each of them whole, with its licence."""

from pathlib import Path

import pytest

from deploy.bundel import bundel


def test_de_bundel_bevat_elk_pakket_van_package_json(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text(
        '{"dependencies": {"@a/x-css": "1.0.0", "@a/y-css": "2.0.0"}}', "utf-8"
    )
    for naam in ("x", "y"):
        css = tmp_path / "node_modules" / "@a" / f"{naam}-css" / "dist" / "index.min.css"
        css.parent.mkdir(parents=True)
        css.write_text(f".{naam}{{color:red}}", "utf-8")
    assert (bundel(tmp_path) / "nlds" / "componenten.css").read_text("utf-8") == (
        "/* @a/x-css 1.0.0, EUPL-1.2 */\n.x{color:red}\n/* @a/y-css 2.0.0, EUPL-1.2 */\n.y{color:red}\n"
    )


def test_een_script_wordt_een_module_met_zijn_licentie_en_zonder_bronkaart(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text('{"dependencies": {"minisearch": "7.0.0"}}', "utf-8")
    pakket = tmp_path / "node_modules" / "minisearch"
    (pakket / "dist" / "es").mkdir(parents=True)
    (pakket / "LICENSE.txt").write_text("Copyright Iemand\n", "utf-8")
    (pakket / "dist" / "es" / "index.js").write_text(
        "export const een = 1;\n//# sourceMappingURL=index.js.map\n", "utf-8"
    )
    assert (bundel(tmp_path) / "minisearch" / "minisearch.js").read_text("utf-8") == (
        "/* minisearch 7.0.0\n\nCopyright Iemand\n*/\nexport const een = 1;\n"
    )


def test_een_ontbrekend_pakket_geeft_geen_lege_bundel(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text('{"dependencies": {"@a/x-css": "1.0.0"}}', "utf-8")
    with pytest.raises(FileNotFoundError):
        bundel(tmp_path)
