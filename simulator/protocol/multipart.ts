/** Bodies of the type multipart/form-data, in which clients of API 3.0 may send parameters signed with TC3. */
import type { Field, Fields } from '../../catalogue/define.ts';
import { respell, unflatten } from '../../catalogue/wire.ts';
import { CloudError } from '../errors.ts';
import { header, type WireRequest } from './request.ts';

interface Part {
  readonly name: string;
  readonly isJson: boolean;
  readonly text: string;
}

/** As many as a form may have pairs. */
const mostParts = 20_000;

const refused = (what: string): CloudError => new CloudError('InvalidParameter', `The multipart body ${what}.`);

/** Nested parameters. A list or a structure comes as JSON in one part, or flat, as in a form. @throws CloudError */
export function multipartParams(fields: Fields, request: WireRequest): Record<string, unknown> {
  const flat: [string, string][] = [];
  const whole: [string, unknown][] = [];
  for (const part of partsOf(request)) {
    const field = Object.hasOwn(fields, part.name) ? fields[part.name] : undefined;
    // An empty part is not given, of whatever kind its parameter is.
    if (part.text !== '' && (part.isJson || (field && isNested(field)))) whole.push([part.name, parsed(part)]);
    else flat.push([part.name, part.text]);
  }
  return { ...unflatten(fields, flat), ...respell(fields, Object.fromEntries(whole)) };
}

const isNested = ({ kind }: Field): boolean => kind === 'list' || kind === 'struct' || kind === 'filters';

function parsed({ name, text }: Part): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refused(`has a part "${name.slice(0, 100)}" that is not JSON`);
  }
}

function* partsOf(request: WireRequest): Generator<Part> {
  const boundary = /;\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(header(request, 'content-type'));
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) throw refused('names no boundary');
  // A first line break lets the first delimiter look like the others.
  const pieces = `\r\n${request.body.toString('utf8')}`.split(delimiterOf(mark));
  if (request.body.length === 0) return;
  if (pieces.length < 2 || !pieces.at(-1)?.startsWith('--')) throw refused('does not end with its boundary');
  if (pieces.length > mostParts) throw refused(`has more than ${mostParts} parts`);
  for (const piece of pieces.slice(1, -1)) yield partOf(piece);
}

/** A line that begins with the boundary and goes on otherwise belongs to the value. */
const delimiterOf = (mark: string): RegExp => new RegExp(`\\r\\n--${mark.replace(/[^\w-]/g, '\\$&')}(?=--|[\\t ]*\\r\\n)`);

function partOf(piece: string): Part {
  const end = piece.indexOf('\r\n\r\n');
  const head = end < 0 ? '' : piece.slice(0, end);
  const named = /^content-disposition:\s*form-data;(?:.*;)?\s*name=(?:"([^"\r\n]*)"|([^\s;"']+))/im.exec(head);
  const name = named?.[1] ?? named?.[2];
  if (name === undefined) throw refused('has a part without a name');
  return { name, isJson: /^content-type:\s*application\/json\b/im.test(head), text: piece.slice(end + 4) };
}
