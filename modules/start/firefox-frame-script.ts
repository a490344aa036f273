/**
 * The CSP of an extension page forbids eval, the debugger's evaluation does not ask it; objects made by it are the page's own, which a sandbox's are not
 * (`storage.set` kept them as {}). Handling user input: else popups and sidebars refuse to open.
 */
export const sendFrameScript = `async (where, code, rights) => {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const views = [...WebExtensionPolicy.getActiveExtensions()].filter((policy) => policy.temporarilyInstalled).flatMap((policy) => [...policy.extension.views]);
  const browser = where.tab ? NavigableManager.getBrowserById(where.tab) : views.find((view) => view.viewType === where.view)?.xulBrowser;
  const findDocument = () => browser?.browsingContext?.currentWindowGlobal;
  const first = findDocument();
  const isReady = first && (where.tab || first.documentURI.spec.startsWith('moz-extension:'));
  if (!isReady) throw new Error('Firefox has no ' + JSON.stringify(where) + ' open.');
  const name = 'drive-' + Math.random();
  const answer = new Promise((done) => browser.messageManager.addMessageListener(name, function read(message) {
    browser.messageManager.removeMessageListener(name, read);
    done(message.data);
  }));
  const ownRun = \`(() => {
    const { addDebuggerToGlobal } = ChromeUtils.importESModule('resource://gre/modules/jsdebugger.sys.mjs');
    addDebuggerToGlobal(globalThis);
    const done = new Debugger().addDebuggee(content).executeInGlobal(\${JSON.stringify(code)});
    if (done.throw) throw new Error(String(done.throw.unsafeDereference?.() ?? done.throw));
    return done.return.unsafeDereference();
  })()\`;
  const script = \`(async () => {
    try {
      const input = content.windowUtils.setHandlingUserInput(true);
      let value;
      try { value = \${rights === 'own' ? ownRun : code}; } finally { input.destruct(); }
      sendAsyncMessage(\${JSON.stringify(name)}, { value: await value });
    } catch (error) {
      sendAsyncMessage(\${JSON.stringify(name)}, { error: String(error) });
    }
  })()\`;
  browser.messageManager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(script), false);
  // A document that is closed or replaced takes the answer with it.
  let timer;
  const loss = new Promise((done) => {
    timer = setInterval(() => findDocument() !== first && done({ error: 'The document went away.' }), 50);
  });
  const { value, error } = await Promise.race([answer, loss]);
  clearInterval(timer);
  if (error) throw new Error(error);
  return value === undefined ? undefined : JSON.parse(value);
}`;
