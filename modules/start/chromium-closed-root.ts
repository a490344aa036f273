import type { CDPSession, Frame, JSHandle } from 'puppeteer-core';
import { accessibleStops } from './accessible-stops';
import type { AccessibleNode } from './drive-browser';

import { findHost } from './find-host';

/** An object of a page, in the session that knows it. */
export type Remote = { session: CDPSession; objectId: string };

/** The closed shadow root of <little-whale>: the DOM domain sees through what page scripts do not. */
export async function findClosedRoot(frame: Frame): Promise<Remote | undefined> {
  const handle: JSHandle = await frame.evaluateHandle(findHost);
  const { objectId } = handle.remoteObject();
  if (!objectId) return undefined;
  // A frame of another site has a session of its own; object ids hold only in theirs.
  const session = (frame as unknown as { client: CDPSession }).client;
  const { node } = await session.send('DOM.describeNode', { objectId, depth: 1, pierce: true });
  const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
  if (backendNodeId === undefined) return undefined;
  const { object } = await session.send('DOM.resolveNode', { backendNodeId });
  return object.objectId ? { session, objectId: object.objectId } : undefined;
}

/** Calls a function, given as text, with the object as `this`. */
export async function callOn({
  session,
  objectId,
  code,
  args,
  byValue = true,
}: Remote & { code: string; args: unknown[]; byValue?: boolean }) {
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: code,
    arguments: args.map((value) => ({ value })),
    returnByValue: byValue,
    awaitPromise: true,
    userGesture: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result;
}

async function findDialog(root: Remote): Promise<string | undefined> {
  const code = `function () { return this.querySelector('dialog, [role=dialog]') }`;
  return (await callOn({ ...root, code, args: [], byValue: false })).objectId;
}

/** The dialog and what is in it, as the tree has it. */
export async function listAccessible(root: Remote): Promise<AccessibleNode[] | undefined> {
  const objectId = await findDialog(root);
  if (!objectId) return undefined;
  const { nodes } = await root.session.send('Accessibility.queryAXTree', { objectId });
  return nodes.flatMap(({ ignored, role, name, properties }) => {
    const said = String(role?.value).replace(/^DisclosureTriangle.*/, 'summary');
    const level = said === 'heading' ? ` ${properties?.find((property) => property.name === 'level')?.value.value}` : '';
    return !ignored && accessibleStops.includes(said) ? [{ role: said + level, name: String(name?.value ?? '') }] : [];
  });
}

export async function findAccessible(root: Remote): Promise<AccessibleNode | undefined> {
  const objectId = await findDialog(root);
  if (!objectId) return undefined;
  const { nodes } = await root.session.send('Accessibility.getPartialAXTree', { objectId, fetchRelatives: false });
  const node = nodes[0];
  return node && !node.ignored ? { role: String(node.role?.value), name: String(node.name?.value ?? '') } : undefined;
}
