"""A body without accounts takes part by the link and code on its letter: signs, accepts, returns, uploads its sealed answer."""
