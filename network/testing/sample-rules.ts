/** Rule lists of any length for measuring and for demonstrations: the same seed gives the same list. */
import { formatAddress } from '../../catalogue/address.ts';
import type { Action, PlainRule } from '../rules/rule.ts';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seededChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const commonPorts = ['22', '80', '443', '3306', '3389', '5432', '6379', '8000-8010', '1024-65535', '80,443,8080', 'ALL'];

/** Rules as people write them: blocks of offices and subnets, common ports, now and then everything, drops among accepts. */
export function usualRules(count: number, seed = 1): PlainRule[] {
  const next = seededChance(seed);
  const whole = (below: number) => Math.floor(next() * below);
  const pick = <T>(from: readonly T[], otherwise: T): T => from[whole(from.length)] ?? otherwise;
  return Array.from({ length: count }, (): PlainRule => {
    const action: Action = next() < 0.25 ? 'DROP' : 'ACCEPT';
    const protocol = pick<PlainRule['protocol']>(['TCP', 'TCP', 'TCP', 'TCP', 'UDP', 'UDP', 'ICMP'], 'TCP');
    const kind = next();
    const cidr =
      kind < 0.06
        ? '0.0.0.0/0'
        : kind < 0.5
          ? `10.${whole(8)}.${whole(64) * 4}.0/22`
          : kind < 0.75
            ? `10.${whole(8)}.0.0/16`
            : kind < 0.9
              ? `203.0.113.${whole(64) * 4}/30`
              : `10.${whole(8)}.${whole(256)}.${whole(256)}`;
    return { action, protocol, port: protocol === 'ICMP' ? 'ALL' : pick(commonPorts, 'ALL'), cidr };
  });
}

/** The worst we know: stripes of addresses crossed with stripes of ports, and a rule for everything under them. */
export function crossedRules(count: number): PlainRule[] {
  const half = Math.floor((count - 1) / 2);
  const stripes = Array.from({ length: half }, (_, at): PlainRule[] => [
    { action: 'DROP', protocol: 'ALL', port: 'ALL', cidr: `10.${Math.floor(at / 128)}.${(at % 128) * 2}.0/24` },
    { action: 'ACCEPT', protocol: 'TCP', port: `${at * 20 + 1}-${at * 20 + 10}`, cidr: '0.0.0.0/0' },
  ]);
  return [...stripes.flat(), { action: 'ACCEPT', protocol: 'ALL', port: 'ALL', cidr: '0.0.0.0/0' }];
}

/** Lists of odd ports in nested blocks: boxes of both would multiply. */
export function portLists(count: number, ports: number, seed = 1): PlainRule[] {
  const next = seededChance(seed);
  const whole = (below: number) => Math.floor(next() * below);
  return Array.from({ length: count }, (_, at): PlainRule => {
    const list = Array.from({ length: ports }, () => 1 + 2 * whole(30_000));
    const size = 2 ** (24 - (at % 17));
    const block = (10 * 2 ** 24 + whole(2 ** 24)) >>> 0;
    const cidr = `${formatAddress(block - (block % size))}/${8 + (at % 17)}`;
    return { action: at % 3 === 0 ? 'DROP' : 'ACCEPT', protocol: 'TCP', port: list.join(','), cidr };
  });
}

/** Stripes of ports for everyone over stripes of addresses for all ports, so that each takes a part of each other. */
export function checkerboard(count: number): PlainRule[] {
  return Array.from({ length: count }, (_, at): PlainRule => {
    if (at % 2 === 0) return { action: 'DROP', protocol: 'ALL', port: 'ALL', cidr: `10.${at >> 7}.${(at * 2) & 255}.0/24` };
    const stripes = Array.from({ length: 60 }, (__, stripe) => stripe * 1000 + (at % 16) * 60);
    return { action: 'ACCEPT', protocol: 'ALL', port: stripes.map((low) => `${low}-${low + 30}`).join(','), cidr: '0.0.0.0/0' };
  });
}

/** Ranges of addresses and of ports, each within the one before: `outwards`, around it. */
export function nestedRanges(count: number, outwards = false): PlainRule[] {
  const address = (value: number) => `10.0.${value >> 8}.${value & 255}`;
  return Array.from({ length: count }, (_, at): PlainRule => {
    const depth = outwards ? count - at : at;
    return {
      action: at % 3 === 0 ? 'DROP' : 'ACCEPT',
      protocol: at % 2 === 0 ? 'ALL' : 'TCP',
      port: `${depth * 20}-${65_535 - depth * 20}`,
      cidr: `${address(depth)}-${address(4 * count - depth)}`,
    };
  });
}
