/** One row as rules: every cell is used, or is told why it gave none. Pure. */
import type { CsvRow } from './csv.ts';
import { type HeadingPart, rulePartOf } from './headings.ts';
import type { DirectedRule, NoteCode, TableAction, TableColumn, TableDirection, TableFault } from './reading.ts';
import { type IpVersion, remoteEndsOf, withMask } from './remote-ends.ts';
import { columnName, RowCells, type RowContext } from './row-cells.ts';
import { isHeading } from './sheets.ts';
import { type FieldValues, namedServicesOf, servicesOf, type TableRemoteEnd, type TableService } from './values.ts';
import {
  actionOf,
  directionOf,
  everyoneOf,
  familyOf,
  isEveryPort,
  isEverySourcePort,
  isNoPort,
  narrowsNothing,
  plain,
  protocolOf,
  switchOf,
} from './words.ts';
import { carriedWord } from './write.ts';

interface RowReading {
  readonly rules: readonly DirectedRule[];
  readonly faults: readonly TableFault[];
  readonly notes: readonly NoteCode[];
  readonly disabled: boolean;
}

/** What the row before it said, for cells that were merged. */
export interface RowAbove {
  readonly action: TableAction | undefined;
  readonly direction: TableDirection | undefined;
}

const wordKey = (text: string): string => plain(text).toLowerCase();

/** One row being read. A class, because every part may add a fault. */
class RowReader extends RowCells {
  readonly notes: NoteCode[] = [];

  /** True when a switch says that the rule is not in force. */
  isDisabled(): boolean {
    const { columns } = this.context;
    const states = (['enabled', 'disabled'] as const).flatMap((part) =>
      columns
        .filter((column) => column.part === part && !column.isEmpty)
        .map(({ at }) => {
          const text = this.row.cells[at]?.text ?? '';
          // An API leaves a switch out where it is not used; in a table an empty cell is one that was forgotten.
          if (text === '' && this.context.isApi) return true;
          const state = switchOf(text);
          if (state === undefined) this.fault('switch-unknown', part, text);
          return part === 'enabled' ? state : state === undefined ? undefined : !state;
        }),
    );
    return states.includes(false);
  }

  action(above: RowAbove): TableAction | undefined {
    const { choices, columns, action: everywhere } = this.context;
    const [said] = this.cells('allowedOrDenied');
    if (said) return said.text === 'allowed' ? 'ACCEPT' : said.text === 'denied' ? 'DROP' : this.fault('action-unknown', 'allowedOrDenied');
    const text = this.one('action');
    if (text === carriedWord) return this.fault('carried', 'action', this.one('description'));
    const hasColumn = columns.some(({ part, isEmpty }) => part === 'action' && !isEmpty);
    if (text === '') {
      if (!hasColumn) return everywhere ?? choices.action ?? this.fault('action-empty', 'action');
      return (choices.asAbove ? above.action : undefined) ?? this.fault('action-empty', 'action');
    }
    return actionOf(text) ?? choices.actions?.[wordKey(text)] ?? this.fault('action-unknown', 'action');
  }

  direction(above: RowAbove): TableDirection | undefined {
    const { choices, columns, direction } = this.context;
    const said = this.cells('direction').map(({ text }) => directionOf(text) ?? choices.directions?.[wordKey(text)]);
    const [flag] = this.cells('isEgress');
    const out = flag && switchOf(flag.text);
    const all = [...said, ...(flag ? [out === undefined ? undefined : out ? ('egress' as const) : ('ingress' as const)] : [])];
    if (all.includes(undefined)) return this.fault('direction-unknown', ['direction', 'isEgress']);
    const [first] = all;
    if (all.some((one) => one !== first)) return this.fault('two-values', ['direction', 'isEgress']);
    if (first) return first;
    if (!columns.some(({ part, isEmpty }) => (part === 'direction' || part === 'isEgress') && !isEmpty)) return direction ?? undefined;
    return (choices.asAbove ? above.direction : undefined) ?? this.fault('direction-empty', 'direction');
  }

  private read<T>(values: FieldValues<T>, parts: readonly HeadingPart[], value?: string): readonly T[] | undefined {
    if ('values' in values) return values.values;
    const ports: readonly HeadingPart[] = ['port', 'fromPort', 'toPort'];
    return this.fault(values.fault, values.fault.startsWith('port') && parts.includes('port') ? ports : parts, value);
  }

  /** The ports of the row: one cell, or a first and a last. */
  private ports(): string | undefined {
    const port = this.one('port');
    const [from, to] = [this.one('fromPort'), this.one('toPort')].map(plain);
    if (!from && !to) return port;
    if (port !== '' || !from || !to) return this.fault('two-values', ['fromPort', 'toPort', 'port']);
    if (from === to) return from;
    return isNoPort(from) && isNoPort(to) ? '-1' : `${from}-${to}`;
  }

  services(): readonly TableService[] | undefined {
    const { names, choices, slashes } = this.context;
    const serviceText = this.one('service');
    const said = this.one('protocol');
    const port = this.ports();
    if (port === undefined) return undefined;
    const all: readonly HeadingPart[] = ['protocol', 'port', 'fromPort', 'toPort'];
    if (serviceText === '' && port === '' && said.startsWith('ppm')) return this.read(namedServicesOf(said, names), ['protocol']);
    const protocol = said || (serviceText === '' ? (choices.protocol ?? '') : '');
    if (protocol === '' && serviceText === '') {
      // "tcp/443" among the ports says its protocol; "all" says only the ports.
      const hasColumn = this.context.columns.some(({ part, isEmpty }) => part === 'protocol' && !isEmpty);
      const columnName = hasColumn || isEveryPort(port) ? ({ fault: 'protocol-empty' } as const) : namedServicesOf(port, names);
      return 'values' in columnName ? columnName.values : this.fault('protocol-empty', ['protocol', 'port'], port);
    }
    const custom = protocol !== '' && /^(?:custom|自定义)/i.test(plain(serviceText));
    const byPorts =
      protocol === '' ? undefined : this.read(servicesOf(protocol, port, slashes), all, [said, port].filter(Boolean).join(' '));
    if (protocol !== '' && (serviceText === '' || custom || byPorts === undefined)) return byPorts;
    // "SSH" beside a port column alone: the service says its own port, and the other may only agree.
    const byName = this.read(namedServicesOf(serviceText, names), ['service']);
    if (byName === undefined) return undefined;
    const texts = (services: readonly TableService[]) =>
      services
        .map((one) => JSON.stringify(one))
        .sort()
        .join();
    if (byPorts !== undefined && texts(byPorts) !== texts(byName)) return this.fault('service-differs', 'service');
    if (protocol === '' && port !== '' && !byName.every((one) => one.kind === 'ports' && one.port === plain(port))) {
      return this.fault('service-differs', 'service', `${serviceText} / ${port}`);
    }
    return byName;
  }

  private family(): IpVersion {
    const text = this.one('family');
    return text === '' ? undefined : (familyOf(text) ?? this.fault('family-unknown', 'family'));
  }

  /** The remote end of the direction; the near end may only be everyone. */
  remoteEnds(direction: TableDirection): readonly TableRemoteEnd[] | undefined {
    const [ofRemote, ofNear] = direction === 'ingress' ? (['source', 'destination'] as const) : (['destination', 'source'] as const);
    const family = this.family();
    for (const { column, text, line } of this.cells(ofNear)) {
      if (narrowsNothing(text) || everyoneOf(text) !== undefined || /^(?:0\.0\.0\.0|::)\/0$/.test(plain(text))) continue;
      this.faults.push({ line, code: 'near-end', column: columnName(column), value: text });
    }
    if (this.cells('foreign').some(({ text }) => !narrowsNothing(text))) return this.fault('remote-foreign', 'foreign');
    const text = this.one('remote', ofRemote);
    const mask = this.one('mask');
    const parts = ['remote', ofRemote] as const;
    const whole = mask === '' ? text : withMask(text, mask);
    if (whole === null) return this.fault('mask-wrong', 'mask', `${text} ${mask}`);
    return this.read(remoteEndsOf(whole, this.context.names, family, this.context.mixed), parts);
  }

  /** Cells that make a rule match less or otherwise. */
  narrows(): void {
    const tests: readonly (readonly [HeadingPart, (text: string) => boolean])[] = [
      ['narrows', narrowsNothing],
      ['negates', (text) => switchOf(text) === false || narrowsNothing(text)],
      ['log', (text) => switchOf(text) !== undefined || narrowsNothing(text)],
      ['sourcePort', isEverySourcePort],
    ];
    for (const [part, passes] of tests) {
      for (const { column, text, line } of this.cells(part)) {
        if (!passes(text)) this.faults.push({ line, code: 'narrows', column: columnName(column), value: text });
      }
    }
  }

  /** What the list that the rules are for cannot hold. */
  takes(services: readonly TableService[], ends: readonly TableRemoteEnd[]): void {
    const { takes = () => true } = this.context.names;
    const isSix = (remote: TableRemoteEnd): boolean => remote.kind === 'address' && remote.cidr.includes(':');
    const otherFamily = (service: TableService, remote: TableRemoteEnd): boolean =>
      service.kind === 'ports' &&
      remote.kind === 'address' &&
      ((service.protocol === 'ICMP' && isSix(remote)) || (service.protocol === 'ICMPv6' && !isSix(remote)));
    if (services.some((service) => ends.some((remote) => otherFamily(service, remote)))) this.fault('icmp-family', 'protocol');
    if (services.every((service) => ends.every((remote) => takes(service, remote)))) return;
    this.faults.push({ line: this.row.line, code: 'not-here' });
  }

  extra(): void {
    const width = this.context.columns.length;
    for (const { text, line } of this.row.cells) {
      if (text.includes('\uFFFD')) this.faults.push({ line, code: 'lost-character', value: text });
    }
    for (const cell of this.row.cells.slice(width)) {
      if (cell.text.trim() !== '') this.faults.push({ line: cell.line, code: 'extra-cell', value: cell.text });
    }
  }

  description(): string {
    const said = this.cells('description');
    const [name] = this.cells('name');
    if (said.length > 1) this.notes.push('joined');
    if (said.length > 0 && name) this.notes.push('name-left');
    return [...new Set(said.map(({ text }) => text))].join(' · ') || (name?.text ?? '');
  }
}

/** The rules of one row, in all combinations of the services and remote ends that its cells hold. */
export function readRow(row: CsvRow, context: RowContext, above: RowAbove): RowReading & RowAbove {
  const reader = new RowReader(row, context);
  const disabled = reader.isDisabled();
  const action = reader.action(above);
  const direction = reader.direction(above);
  const [carried] = reader.faults.filter(({ code }) => code === 'carried');
  if (carried) return { rules: [], faults: [carried], notes: [], disabled: false, action, direction };
  const services = reader.services();
  const remote = direction && reader.remoteEnds(direction);
  reader.narrows();
  reader.extra();
  reader.takes(services ?? [], remote ?? []);
  const description = reader.description();
  const isWhole = reader.faults.length === 0 && action !== undefined && direction !== undefined;
  const rules = (isWhole ? (services ?? []) : []).flatMap((service) =>
    (remote ?? []).map(
      (end): DirectedRule => ({
        direction: direction ?? 'ingress',
        rule: { action: action ?? 'DROP', service, remote: end, description },
      }),
    ),
  );
  if (rules.length > 1) reader.notes.push('split');
  return { rules, faults: reader.faults, notes: reader.notes, disabled, action, direction };
}

/** A row that says nothing of a rule: another heading, a section's title, a note, a sum. What stands below it may be meant otherwise. */
export function isStray(row: CsvRow, columns: readonly TableColumn[]): boolean {
  if (isHeading(row, (text) => rulePartOf(text, 'table') !== undefined)) return true;
  const filled = row.cells.filter(({ text }) => text.trim() !== '');
  const used = columns.filter(({ part }) => part !== undefined && part !== 'ignore' && part !== 'harmless').length;
  if (filled.length === 1) return used > 2;
  return filled.length <= 2 && used > 3 && !filled.some(({ text }) => protocolOf(text) !== undefined || actionOf(text) !== undefined);
}
