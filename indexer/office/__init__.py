"""Files of old office programs are turned into new ones by LibreOffice, which the readers then read."""
