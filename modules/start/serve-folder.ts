import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.pdf': 'application/pdf',
};

export type FolderServer = { url: string; close: () => Promise<void> };

/**
 * Serves the files of a folder on 127.0.0.1, at a port of the system's choice.
 * `pages` are answers made in memory, `headers` are added to the path they are listed under (a page's CSP).
 */
export async function serveFolder({
  folder,
  headers = {},
  pages = {},
}: {
  folder: string;
  headers?: Record<string, Record<string, string>>;
  pages?: Record<string, string>;
}): Promise<FolderServer> {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).replace(/\/$/, '/index.html');
    for (const [name, value] of Object.entries(headers[path] ?? {})) response.setHeader(name, value);
    response.setHeader('content-type', contentTypes[extname(path)] ?? 'application/octet-stream');
    const page = pages[path];
    if (page !== undefined) return response.end(page);
    const file = normalize(join(folder, path));
    const isFile =
      file.startsWith(normalize(folder) + sep) &&
      (await stat(file).then(
        (found) => found.isFile(),
        () => false,
      ));
    if (!isFile) return response.writeHead(404).end();
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
