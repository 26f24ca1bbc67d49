// Shows the rules that hold every word typed. Without this script the page shows all of them.
(function () {
  'use strict';
  var search = document.querySelector('.search');
  var box = document.getElementById('search');
  var found = document.getElementById('found');
  var entries = [].slice.call(document.querySelectorAll('article, dl > div'));
  var holders = [].slice.call(document.querySelectorAll('.group, main > section'));
  var texts = entries.map(function (e) {
    var heading = e.closest('.group') && e.closest('.group').querySelector(':scope > h3');
    return (e.textContent + ' ' + (heading ? heading.textContent : '')).toLowerCase();
  });
  function show() {
    var words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    var n = 0;
    entries.forEach(function (e, i) {
      e.hidden = !words.every(function (w) { return texts[i].indexOf(w) >= 0; });
      if (!e.hidden) { n++; }
    });
    holders.forEach(function (h) {
      h.hidden = !h.querySelector('article:not([hidden]), dl > div:not([hidden])');
    });
    found.textContent = words.length ? n + (n === 1 ? ' entry found' : ' entries found') : '';
  }
  // A link may lead to an entry that the search hides.
  window.addEventListener('hashchange', function () {
    if (box.value) {
      box.value = '';
      show();
      var to = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (to) { to.scrollIntoView(); }
    }
  });
  box.addEventListener('input', show);
  search.hidden = false;
}());
