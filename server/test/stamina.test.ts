/** Clients that waste the server's connections do not keep it from serving others, and leave nothing behind. */
import { existsSync, readdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { api3, ask, bearer, later, reply, startCloud, startWeft } from './kit.ts';

const openFiles = (): number => (existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').length : 0);

const opened = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.on('error', reject);
    later(() => socket.destroy());
  });

it('serves while 300 connections idle and half-send their headers', async () => {
  const cloud = await startCloud((_heard, response) => reply(response, api3({ TotalCount: 0, VpcSet: [] })));
  const weft = await startWeft({ cloud: cloud.url });
  const sockets = await Promise.all(Array.from({ length: 300 }, () => opened(weft.port)));
  for (const [index, socket] of sockets.entries()) if (index % 2) socket.write('GET /healthz HTTP/1.1\r\nHost: 127');
  for (let call = 0; call < 50; call += 1) expect((await weft.call('vpc:DescribeVpcs', { Offset: call })).status).toBe(200);
});

it('lets go of 600 requests that were broken off', async () => {
  const cloud = await startCloud((_heard, response) => reply(response, api3({ TotalCount: 0, VpcSet: [] })));
  const weft = await startWeft({ cloud: cloud.url });
  await weft.call('vpc:DescribeVpcs');
  const before = openFiles();
  const head = `POST /api/call/vpc/DescribeVpcs HTTP/1.1\r\nHost: 127.0.0.1:${weft.port}\r\n${Object.entries(bearer)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}`;
  for (let round = 0; round < 6; round += 1) {
    const sockets = await Promise.all(Array.from({ length: 100 }, () => opened(weft.port)));
    for (const [index, socket] of sockets.entries()) {
      socket.write(
        `${head}Content-Length: 40\r\n\r\n${index % 2 ? '{"params":{"Off' : `{"params":{"Offset":${String(index).padStart(16)}}}  `}`,
      );
      socket.destroy();
    }
  }
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  while (openFiles() > before + 70) await settled();
  expect((await ask(`${weft.url}/healthz`)).status).toBe(200);
}, 60_000);
