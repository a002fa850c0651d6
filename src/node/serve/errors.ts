import type { FastifyError } from 'fastify';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { forAll, type Part } from './part.js';

/** An answer that is no success. The message is for whoever builds the page and echoes nothing of the request. */
export class HttpError extends Error {
  override readonly name = 'HttpError';

  constructor(
    readonly statusCode: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** What is said of failures that are not ours, by status: Fastify's own messages may repeat what a client sent. */
const KNOWN: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['bad-request', 'The request cannot be read.'],
  403: ['forbidden', 'This is not allowed.'],
  404: ['not-found', 'There is nothing at this address.'],
  405: ['method-not-allowed', 'This address does not take this method.'],
  408: ['timeout', 'The request took too long.'],
  413: ['too-large', 'The request body is too large.'],
  414: ['too-long', 'The address is too long.'],
  415: ['unsupported-type', 'Send the body as text/plain.'],
  429: ['too-many-requests', 'Too many requests: try again later.'],
  431: ['headers-too-large', 'The headers are too large.'],
  503: ['unavailable', 'The server is stopping or not ready: try again later.'],
};

/** Statuses by what Node calls a request that is none. */
const BROKEN: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/** What a client is told of a failure: a status, and the body `{"error": {"code": "…", "message": "…"}}`. */
export function describeError(error: FastifyError | HttpError) {
  const status = error.statusCode !== undefined && error.statusCode >= 400 ? error.statusCode : 500;
  const [code, message] =
    error instanceof HttpError
      ? [error.code, error.message]
      : (KNOWN[status] ?? (status < 500 ? KNOWN[400] : undefined) ?? ['internal', 'Something went wrong here.']);
  return { status, body: { error: { code, message } } };
}

/** What never became a request: an answer by hand, and the end of the connection. */
export function refuseBroken(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const statusCode = BROKEN[error.code ?? ''] ?? 400;
  const text = JSON.stringify(describeError(Object.assign(new Error(), { statusCode, code: '', name: '' })).body);
  socket.end(
    `HTTP/1.1 ${statusCode} ${STATUS_CODES[statusCode] ?? ''}\r\ncontent-type: application/json; charset=utf-8\r\n` +
      `content-length: ${text.length}\r\ncache-control: no-store\r\nconnection: close\r\n\r\n${text}`,
  );
  // It is not listened to any more.
  socket.resume();
}

/** Every failure is JSON with a code. */
export const errors: Part = forAll(async (app, { collector }) => {
  app.setNotFoundHandler(async () => {
    throw new HttpError(404, 'not-found', 'There is nothing at this address.');
  });
  app.setErrorHandler<FastifyError | HttpError>((error, _request, reply) => {
    const { status, body } = describeError(error);
    if (status >= 500 && !(error instanceof HttpError)) app.log.error({ err: error }, 'a request failed');
    collector?.metrics.refused(body.error.code);
    return reply.code(status).header('cache-control', 'no-store').send(body);
  });
});
