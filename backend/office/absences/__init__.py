"""不在岗 (M20): 请休假 and 抽调, each asked for, decided by somebody else, ended; who is away when."""
