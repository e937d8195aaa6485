/**
 * The connections of the server, by what they wait for. Browsers keep several open, some without ever having asked anything:
 * a stop closes all that have no answer under way, and the others as soon as theirs is out.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

interface Connections {
  /** Closes what waits for nothing, and tells every further answer to be the last of its connection. */
  readonly stop: () => void;
}

export function trackConnections(server: Server): Connections {
  /** Requests of each connection whose answer is not out. */
  const busy = new Map<Socket, number>();
  let stopping = false;
  server.on('connection', (socket: Socket) => {
    if (stopping) {
      socket.destroy();
      return;
    }
    busy.set(socket, 0);
    socket.once('close', () => busy.delete(socket));
  });
  // Before any handler: `Connection: close` must be there when the head of the answer is written.
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    busy.set(socket, (busy.get(socket) ?? 0) + 1);
    if (stopping) response.shouldKeepAlive = false;
    response.once('close', () => {
      const left = (busy.get(socket) ?? 1) - 1;
      if (busy.has(socket)) busy.set(socket, left);
      open.delete(response);
      if (stopping && left === 0) socket.destroySoon();
    });
    open.add(response);
  });
  const open = new Set<ServerResponse>();
  return {
    stop: () => {
      stopping = true;
      for (const response of open) response.shouldKeepAlive = false;
      for (const [socket, count] of busy) if (count === 0) socket.destroy();
    },
  };
}
