/** Pure reasoning about networks: no I/O, no clock, no React. The public names of the room. */
export { blockOf, blocksOverlap, freeBlocks, freeIntervals, type Interval, overlaps } from './cidr.ts';
