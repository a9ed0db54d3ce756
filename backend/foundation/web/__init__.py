"""What the product looks like to a browser and to a script: pages, fragments, errors, guards."""
