// Shows the button for a key where it can work, and says in words when it did not.
(function () {
  'use strict'
  document.addEventListener('DOMContentLoaded', function () {
    if (window.PublicKeyCredential) {
      document.getElementById('sleutel').hidden = false
    }
  })
  document.addEventListener('allauth.error', function (event) {
    event.preventDefault()
    document.getElementById('sleutelfout').hidden = false
  })
})()
