/* What a host page would complain about, noted from its first line on. */
troubles = [];
warnings = [];
pageWorks = function () { return true };
(function () {
  function note(text) { troubles.push(String(text)) }
  addEventListener('error', function (event) { note(event.message || 'failed: ' + (event.target.src || event.target.href)) }, true);
  addEventListener('unhandledrejection', function (event) { note(event.reason) });
  addEventListener('securitypolicyviolation', function (event) { note(event.violatedDirective + ' refused ' + event.blockedURI) });
  console.error = note;
  console.warn = function (text) { warnings.push(String(text)) };
  /* What belongs to everybody, to see afterwards whether it is as it was. */
  globalsBefore = Object.getOwnPropertyNames(window);
  methodsBefore = {};
  [Object, Array, String, Function, Promise, Map, Set, Node, Element, HTMLElement, Document, EventTarget, Event].forEach(function (type) {
    methodsBefore[type.name] = Object.getOwnPropertyNames(type.prototype).map(function (name) {
      var property = Object.getOwnPropertyDescriptor(type.prototype, name);
      return [name, property.value, property.get, property.set];
    });
  });
})();
