// The desk with script: the same addresses and the same templates, asked in parts. Each file one idea.
import { luister as luisterNaarVraag } from "./vraag.js";
import { luister as luisterNaarTitels } from "./snel.js";
import { luister as luisterNaarLijst } from "./lijst.js";
import { luister as luisterNaarAntwoord } from "./antwoord.js";
import { luister as luisterNaarGemeente } from "./gemeente.js";
import { luister as luisterNaarSecties } from "./secties.js";
import { luister as luisterNaarKopie } from "./kopie.js";
import { luister as luisterNaarMelden } from "./melden.js";
import { luister as luisterNaarLaatst } from "./laatst.js";
import { luister as luisterNaarToetsen } from "./toetsen.js";
import { luister as luisterNaarBerichten } from "./berichten.js";
import { luister as luisterNaarPrivacy } from "./privacy.js";
import { luister as luisterNaarVergeefs } from "./vergeefs.js";

luisterNaarVraag();
luisterNaarTitels();
luisterNaarLijst();
luisterNaarAntwoord();
luisterNaarGemeente();
luisterNaarSecties();
luisterNaarKopie();
luisterNaarMelden();
luisterNaarLaatst();
luisterNaarToetsen();
luisterNaarBerichten();
luisterNaarPrivacy();
luisterNaarVergeefs();
