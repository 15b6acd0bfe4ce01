"""The pages, one module each: add one with its template and it has its address, menu, access check and tests."""
