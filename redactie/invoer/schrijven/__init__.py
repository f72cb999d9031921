"""Writing what differs, through the models: the same validation, revisions and change records as in the CMS."""
