"""The addresses under /v1: the description and the resources; whatever else is asked there is a 404 of the API."""

from django.urls import path

from jeugdstelsel.api.dienst import API, openapi

app_name = "v1"
urlpatterns = [path("openapi.json", openapi, name="openapi"), *API.urls[0]]
