"""The resources, one module for each subject: add one and it has its address, its OpenAPI text and its tests."""
