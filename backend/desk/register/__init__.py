"""发文登记簿: every number a body has given out, void ones too."""
