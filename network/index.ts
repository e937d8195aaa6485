/** Pure reasoning about networks: no I/O, no clock, no React. The public names of the room. */

export { betweenSlices, staysBetween } from './between.ts';
export { blockOf, blocksOverlap, freeBlocks, freeIntervals, type Interval, overlaps } from './cidr.ts';
export {
  type Claim,
  type Collision,
  claimedBlocks,
  claimsNotRead,
  claimsOn,
  claimsOnRoute,
  collisions,
  type PeeringClaims,
  peeringClaims,
} from './claims.ts';
export { type Answer, answerIn, type Decision, decide } from './decide.ts';
export {
  type Difference,
  type Differences,
  difference,
  differenceIn,
  differenceSlices,
  equivalent,
  equivalentIn,
  type Unknown,
} from './difference.ts';
export { type EipLeads, eipLeads, natLeads } from './eip-leads.ts';
export {
  type ExpandedRule,
  type Expansion,
  expand,
  noReferences,
  type Policy,
  type References,
  readService,
  type Unresolved,
} from './expand.ts';
export { type Exposure, exposure, exposureIn, exposureSlices } from './exposure.ts';
export type { Direction, RuleRef } from './filters.ts';
export { type GatewayLeads, gatewayLeads, type RoutesLead } from './leads.ts';
export { referencesIn } from './look-up.ts';
export * from './model.ts';
export {
  type Box,
  boxOfPacket,
  intersect,
  isEmpty,
  type PacketSet,
  packetIn,
  sizeOfSet,
  subtract,
  union,
  witness,
} from './packet-set.ts';
export type * from './path.ts';
export {
  type Carries,
  type MissingRoute,
  type Overlap,
  type PeeringFact,
  peeringFact,
  peeringMatrix,
} from './peering-facts.ts';
export { type TransitiveTrap, transitiveTraps } from './peering-traps.ts';
export { type PolicyPackets, packetsOfPolicy, readPolicies } from './policy-packets.ts';
export { isPublicAddress, leadsOutside } from './public-addresses.ts';
export { addressesOf, type Family, lastAddress, type Range, rangeText, readRange } from './ranges.ts';
export { read3, withAcls } from './read-3.ts';
export { read2017 } from './read-2017.ts';
export { readAclEntry, readPolicy } from './read-rules.ts';
export { type RouteChange, routeChanges } from './route-changes.ts';
export type { RouteRemark } from './route-health.ts';
export { type EffectiveRoute, effectiveRoutes, effectiveRoutesOfTable, type NextHop, nextHop, nextHopOfTable } from './routes.ts';
export {
  type Action,
  type Packet,
  type Protocol,
  packetsOf,
  protocolNamed,
  ReadRule,
  type Rule,
  readAddresses,
  readPorts,
  readRules,
  readsAsEverything,
} from './rule.ts';
export { protocolsOf } from './services.ts';
export {
  type ChangesNothing,
  type Contradiction,
  changesNothing,
  changesNothingIn,
  contradicts,
  contradictsIn,
  type Findings,
  findingsIn,
  type Shadowed,
  shadowed,
  shadowedIn,
} from './shadow.ts';
export { finish, type Slices } from './slices.ts';
export {
  blocksOfRun,
  type Proposal,
  proposeBlocks,
  type RangeSpace,
  reservedAddresses,
  type SpacePart,
  type SubnetSpace,
  subnetSpace,
  type VpcSpace,
  vpcOverlaps,
  vpcSpace,
} from './space.ts';
export { trace } from './trace.ts';
