"""Steps from each version of the tables to the next, one file a step; what a step knows of tables is written in it."""
