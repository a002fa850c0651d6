/** Requests over plain sockets, one at a time on each: cheaper than `node:http`, so that the server is what is measured. */
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

const HEAD_END = Buffer.from('\r\n\r\n');

export class Connections {
  readonly #sockets: Socket[] = [];

  static async open(url: string, count: number): Promise<Connections> {
    const { hostname, port } = new URL(url);
    const connections = new Connections();
    for (let index = 0; index < count; index += 1) {
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      connections.#sockets.push(socket);
    }
    return connections;
  }

  /**
   * Sends until told to stop.
   *
   * @param next - the bytes of the next request; undefined ends it
   * @param answered - told of each answer that is a success
   */
  async run(next: () => string | undefined, answered: () => void): Promise<void> {
    await Promise.all(
      this.#sockets.map(async (socket) => {
        for (let request = next(); request !== undefined; request = next()) {
          if (!(await exchange(socket, request))) return;
          answered();
        }
      }),
    );
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}

/** @returns whether it was answered with a success; false when the server went away */
function exchange(socket: Socket, request: string): Promise<boolean> {
  return new Promise((resolve) => {
    let got: Buffer | undefined;
    const finish = (good: boolean) => {
      socket.off('data', onData).off('close', onClose);
      resolve(good);
    };
    const onClose = () => finish(false);
    const onData = (data: Buffer) => {
      got = got ? Buffer.concat([got, data]) : data;
      const head = got.indexOf(HEAD_END);
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(got.toString('latin1', 0, head))?.[1] ?? 0);
      if (got.length >= head + 4 + length) finish(got.toString('latin1', 9, 12) === '200');
    };
    if (socket.destroyed) {
      finish(false);
      return;
    }
    socket.on('data', onData).on('close', onClose);
    socket.write(request);
  });
}

const BROWSER =
  'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36';

export function postSeen(site: string, visitor: number, kind = 'v'): string {
  const body = `{"s":"${site}","k":"${kind}"}`;
  return [
    'POST /v1/seen HTTP/1.1',
    'host: localhost',
    'origin: https://phuong.example.gov.vn',
    'content-type: text/plain;charset=UTF-8',
    `user-agent: ${BROWSER}`,
    'accept-language: vi-VN,vi;q=0.9',
    `x-forwarded-for: 10.${(visitor >> 16) & 255}.${(visitor >> 8) & 255}.${visitor & 255}`,
    `content-length: ${body.length}`,
    '',
    body,
  ].join('\r\n');
}

export function getFigures(site: string, visitor: number): string {
  return [
    `GET /v1/sites/${site}.json HTTP/1.1`,
    'host: localhost',
    `user-agent: ${BROWSER}`,
    `x-forwarded-for: 10.${(visitor >> 16) & 255}.${(visitor >> 8) & 255}.${visitor & 255}`,
    '',
    '',
  ].join('\r\n');
}
