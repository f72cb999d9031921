"""The CMS (Wagtail) and the merge: texts, municipalities, deviations, facts, notices, rights, import."""
