/** What a parameter, a result or a filter can be: the families, the kinds of fields and what each kind can say. */
import { manifests } from './families/manifests.ts';

/** Every family of resources, in alphabetical order. */
export const families = Object.keys(manifests) as readonly Family[];

export type Family = keyof typeof manifests;

/** The type a value has on the wire, as the documents' tables name it. */
export type WireType = 'String' | 'Integer' | 'Float' | 'Boolean';

/** What every field may say, whatever its kind. */
interface FieldFacts {
  /** Only in parameters: the call is refused without it. */
  readonly required?: boolean;
  /** An empty text or list is a value. Everywhere else it says that nothing was given. */
  readonly orEmpty?: true;
  /** Only in results: the cloud may leave it out or send null. */
  readonly optional?: boolean;
  /** The documented wire type, where it is not the kind's usual one ("Offset" is a String in some actions). */
  readonly wire?: WireType;
  /** The value the cloud takes when the parameter is left out. */
  readonly default?: string | number | boolean;
  /** The error code the cloud answers when this field's value is bad, where it is not the generation's general one. */
  readonly refusedAs?: string;
  /** Line of document 003 where the field is described. */
  readonly line?: number;
  /** Other spellings of the name which the documents use: accepted on input, and possible in an answer. */
  readonly alsoSpelled?: readonly string[];
  /** The name that the cloud of today takes instead, one of `alsoSpelled`: pages and programs write the documents' name all the same. */
  readonly todays?: string;
  /** A list of such values is taken too ("also in batches, subnetId.0", 10209). */
  readonly orList?: true;
  /** It cannot be changed once the resource exists. */
  readonly immutable?: boolean;
  /** The documented structure has it, but only answers carry it: forms leave it out. */
  readonly readOnly?: true;
}

/** Free text. Lengths count characters, or UTF-8 bytes where `unit` says so. */
export interface TextField extends FieldFacts {
  readonly kind: 'text';
  readonly min?: number;
  readonly max?: number;
  readonly unit?: 'char' | 'byte';
  readonly format?: TextFormat;
  /** Blanks at its ends are a part of it: they are sent. */
  readonly blanks?: true;
}

/** Shapes of text that have a name of their own. */
export type TextFormat =
  /** Han characters, letters, digits and underscores (2017 names, 8279). */
  | 'word-name'
  /** One address, a CIDR block, or "a-b" (parameter templates, 6107). */
  | 'address-or-range'
  /** The same of either family, as the cloud of today takes it. */
  | 'ip-or-range'
  /** "tcp:80", "tcp:80,443", "udp:3000-3010", "icmp", … (parameter templates, 6244). */
  | 'service'
  /** "80", "80,443", "8000-8010" or "all". */
  | 'port'
  /** An IPv6 block or address: "2001:db8::/64", "::/0". */
  | 'ipv6-block';

/** A secret the user types; shown masked, never logged. */
export interface SecretField extends FieldFacts {
  readonly kind: 'secret';
  readonly min?: number;
  readonly max?: number;
}

/** An IPv4 CIDR block with its host bits at zero. */
export interface CidrField extends FieldFacts {
  readonly kind: 'cidr';
  /** One address may stand for the block that holds it alone. */
  readonly orAddress?: true;
  /** The cloud takes a block whose host bits are set, as its own samples do. */
  readonly hostBits?: true;
  readonly minPrefix?: number;
  readonly maxPrefix?: number;
  /** It must lie inside one of the private ranges. */
  readonly private?: boolean;
}

/** One IPv4 address in dotted form. */
export interface AddressField extends FieldFacts {
  readonly kind: 'address';
}

export interface IntegerField extends FieldFacts {
  readonly kind: 'integer';
  readonly min?: number;
  readonly max?: number;
  readonly measure?: 'Mbps' | 'seconds' | 'months' | 'KB' | 'count' | 'port';
}

export interface DecimalField extends FieldFacts {
  readonly kind: 'decimal';
}

export interface FlagField extends FieldFacts {
  readonly kind: 'flag';
}

/** One of a closed set of values. */
export interface ChoiceField extends FieldFacts {
  readonly kind: 'choice';
  readonly values: readonly (string | number)[];
  /** Capitals and small letters are the same on input ("accept" for ACCEPT, 5389). */
  readonly anyCase?: true;
}

/** The id of a resource of a family. */
export interface RefField extends FieldFacts {
  readonly kind: 'ref';
  readonly family: Family;
  /** What its id starts with, in a family whose members are of several kinds ("ipm", "ipmg" …). */
  readonly prefix?: string;
}

/** The id of something these APIs refer to but do not manage: an instance, a project, a zone, a region, an account. */
export interface ForeignField extends FieldFacts {
  readonly kind: 'foreign';
  readonly of: 'instance' | 'project' | 'zone' | 'zone-id' | 'region' | 'account' | 'order' | 'disk' | 'log-topic';
}

/** A point in time as the cloud writes it: "2018-04-25 10:26:26", China Standard Time. */
export interface TimeField extends FieldFacts {
  readonly kind: 'time';
}

/** Several of one kind; `Name.N` in the documents' tables. */
export interface ListField extends FieldFacts {
  readonly kind: 'list';
  readonly of: Field;
  readonly max?: number;
  readonly min?: number;
}

export interface StructField extends FieldFacts {
  readonly kind: 'struct';
  readonly fields: Fields;
  /** One text may stand for it: the tables say String where the samples have objects (7405, 5387). */
  readonly orText?: true;
}

/** `Filters.N` of API 3.0: filters are ANDed, the values of one filter ORed (7217). */
export interface FiltersField extends FieldFacts {
  readonly kind: 'filters';
  readonly keys: Readonly<Record<string, Field>>;
  readonly max?: number;
  readonly maxValues?: number;
}

/** A JSON value whose shape the documents leave open. */
export interface OpenField extends FieldFacts {
  readonly kind: 'open';
}

export type Field =
  | TextField
  | SecretField
  | CidrField
  | AddressField
  | IntegerField
  | DecimalField
  | FlagField
  | ChoiceField
  | RefField
  | ForeignField
  | TimeField
  | ListField
  | StructField
  | FiltersField
  | OpenField;

export type FieldKind = Field['kind'];
export type Fields = Readonly<Record<string, Field>>;
