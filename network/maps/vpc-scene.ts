/** The map of a VPC as a picture. The same map and room give the same picture. Sizes are in px. */
import { type Measure, type Scene, type SceneText, textAt } from './scene.ts';
import { localWord, tablesInto } from './vpc-cards.ts';
import { cellsInto, globe, hasOwn, sixth } from './vpc-cells.ts';
import { headHeight } from './vpc-columns.ts';
import { type Columns, cellGap, type Drawing, hopsWord, labelsOf, mostNamed, tablesWord, trackStep, zoneX } from './vpc-drawing.ts';
import { hopsInto } from './vpc-gates.ts';
import { linesInto } from './vpc-lines.ts';
import { planOf, type VpcLayoutInput, type VpcPlan } from './vpc-plan.ts';

const widest = (measure: Measure, texts: readonly string[], kind: SceneText['kind']): number =>
  texts.reduce((most, text) => Math.max(most, measure(text, kind)), 0);

/** Clear of the cross of a dead route. */
const namedAt = 26;

/** The columns; closer together where they are wider than the room. */
function columnsOf(input: VpcLayoutInput, plan: VpcPlan): Columns {
  const columns = columnsIn(input, plan, false);
  return columns.width > input.width && !input.compact ? columnsIn(input, plan, true) : columns;
}

function columnsIn(input: VpcLayoutInput, plan: VpcPlan, tight: boolean): Columns {
  const { map, measure, words, width, compact = false } = input;
  const wide = width >= 1200 && !tight;
  const zones = compact ? 0 : Math.max(1, map.zones.length);
  const tracks = plan.nets.reduce((most, { track }) => Math.max(most, (track ?? -1) + 1), 0);
  const stubs = plan.lanes.some(({ lane }) => lane.stubs.length > 0) ? (tight ? 32 : 38) : 20;
  const named = plan.nets.flatMap(({ net }) => (net.named ? [net] : []));
  const hopNames = named.map((net) => hopsWord(input, plan, net));
  const namedRoom = Math.min(mostNamed, Math.ceil(widest(measure, hopNames, 'note')));
  const lead = named.length > 0 ? Math.max(stubs, namedAt + namedRoom + 14) : stubs;
  const isDrawn = new Set(plan.nets.flatMap(({ net }) => (net.named ? [] : net.hops)));
  const labels = compact ? [] : plan.hops.flatMap(({ hop }) => (isDrawn.has(hop.key) ? labelsOf(hop.destinations, words.more, 2) : []));
  const tableNames = named.map((net) => tablesWord(input, net, mostNamed));
  const label = Math.ceil(Math.max(widest(measure, labels, 'mono'), widest(measure, tableNames, 'note')));
  const gutter = lead + tracks * trackStep + label + (input.marks ? 16 : tight ? 18 : 24);
  const destinations = plan.lanes.flatMap(({ lane }) => lane.table.routes.map(({ destination }) => destination));
  const local = plan.lanes.flatMap(({ lane }) => lane.local.map((_, at) => localWord(words, lane, at)));
  const marks = input.marks ? widest(measure, [...input.marks.values()], 'word') + 12 : 0;
  const card = Math.max(widest(measure, destinations, 'mono') + 36 + marks, widest(measure, local, 'note') + 20);
  const tableWidth = Math.max(wide ? 164 : tight ? 137 : 134, Math.min(236 + marks, Math.ceil(card)));
  const addresses = plan.hops.flatMap(({ hop }) => hop.addresses);
  // A type that nobody here knows stands by its word, which says all that is known.
  const types = plan.hops.flatMap(({ hop }) => (hop.kind === 'other' ? words.notes(hop) : []));
  const own = plan.hops.flatMap(({ hop }) => (hop.kind === 'own' ? [words.hop(hop)] : []));
  const hopNeeds = Math.max(
    Math.ceil(widest(measure, own, 'name')) + 40,
    Math.min(200, Math.ceil(widest(measure, addresses, 'mono')) + 44),
    Math.ceil(widest(measure, types, 'note')) + 40,
  );
  // Two pictures beside each other leave no room to waste: names behind a hop are longer than its own.
  const names = widest(
    measure,
    plan.hops.map(({ hop }) => words.hop(hop)),
    'name',
  );
  const leastHop = tight ? 112 : compact ? Math.min(160, Math.max(104, Math.ceil(names) + 40)) : wide ? 160 : 128;
  const hopWidth = Math.max(leastHop, Math.min(260, hopNeeds));
  const link = tight ? 20 : input.marks ? 22 : wide ? 44 : 30;
  const subnets = plan.lanes.flatMap(({ lane }) => lane.table.subnets);
  const blocks = widest(
    measure,
    subnets.map(({ cidr }) => cidr),
    'mono',
  );
  const six = subnets.some(({ ipv6 }) => ipv6) && plan.cell >= 50 ? measure(sixth, 'note') + 6 : 0;
  const line = plan.cell < 50 && subnets.some(hasOwn) ? globe : 0;
  const leastCell = Math.max(tight ? 85 : 97, Math.ceil(blocks + six + line) + (tight ? 9 : 18));
  const leastBeyond = tight ? 152 : compact ? (input.marks ? 138 : 150) : wide ? 226 : 170;
  const others = 20 + 20 + (zones - 1) * cellGap + tableWidth + gutter + hopWidth + link + leastBeyond;
  const cellWidth = Math.max(leastCell, Math.min(176, Math.floor((width - others) / Math.max(1, zones))));
  const tableX = compact ? 10 : 20 + zones * cellWidth + (zones - 1) * cellGap + 10;
  const hopX = tableX + tableWidth + gutter;
  const beyondX = hopX + hopWidth + link;
  const beyondWidth = Math.max(leastBeyond, Math.min(300, width - beyondX));
  return {
    ...{ cellWidth, cellsX: 20, tableX, tableWidth, gutter, lead, namedAt, namedRoom, label, hopX, hopWidth, beyondX, beyondWidth },
    wall: hopX + hopWidth - 12,
    width: beyondX + beyondWidth,
  };
}

function frameInto({ input, plan, columns, boxes, texts }: Drawing): void {
  const { map, words, measure } = input;
  boxes.push({ key: '', kind: 'wall', x: 0.5, y: 0.5, width: columns.wall, height: plan.height - 1, of: [] });
  const head = (x: number, text: string, room: number, cut: 'start' | 'end' = 'end'): void => {
    texts.push(textAt(measure, 'head', text, { x, y: 21, room, cut, of: [] }));
  };
  (input.compact ? [] : map.zones).forEach((zone, at) => {
    const n = plan.lanes.reduce((sum, { lane }) => sum + (lane.cells[at]?.length ?? 0), 0);
    const count = textAt(measure, 'note', String(n), { x: zoneX(columns, at) + columns.cellWidth - 2, y: 21, align: 'right', of: [] });
    // Zones are told apart by their ends; their names come before their numbers.
    const isCrowded = measure(words.zone(zone), 'head') > columns.cellWidth - count.width - 10;
    head(zoneX(columns, at) + 2, words.zone(zone), columns.cellWidth - (isCrowded ? 4 : count.width + 10), 'start');
    if (!isCrowded) texts.push({ ...count, state: 'quiet' });
  });
  head(columns.tableX + 10, words.heads.table, columns.tableWidth - 10);
  if (plan.hops.some(({ hop }) => hop.tables.length > 0)) head(columns.hopX, words.heads.hop, columns.hopWidth - 16);
  if (plan.hops.some(({ hop }) => hop.beyond.length > 0)) head(columns.beyondX, words.heads.beyond, columns.beyondWidth);
  if (plan.ledHead !== null) {
    const isLost = plan.hops.some(({ hop }) => hop.led === 'lost');
    const isLed = isLost || plan.hops.some(({ hop }) => hop.led === 'nothing');
    texts.push(
      textAt(measure, 'head', isLost ? words.heads.lost : isLed ? words.heads.led : words.heads.unread, {
        x: columns.hopX,
        y: plan.ledHead,
        room: columns.hopWidth - 16,
        state: isLed ? 'missing' : 'quiet',
        of: [],
      }),
    );
  }
}

export function vpcScene(input: VpcLayoutInput): Scene {
  const plan = planOf(input);
  const columns = columnsOf(input, plan);
  const drawing: Drawing = { input, plan, columns, boxes: [], texts: [], lines: [], signs: [], ways: [] };
  frameInto(drawing);
  cellsInto(drawing);
  tablesInto(drawing);
  hopsInto(drawing);
  linesInto(drawing);
  const { boxes, texts, lines, signs, ways } = drawing;
  return { width: columns.width + 1, height: Math.max(plan.height, headHeight * 3), boxes, texts, lines, signs, ways };
}
