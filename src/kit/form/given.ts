/** Values for parameters of a call, of which the compiler knows the names: a name that the call does not have does not compile. */
import type { AnyRow } from '../../lib/family.ts';

/** Never there: it carries the names. An object would be taken with names too many; what `given` makes of it is not. */
declare const names: unique symbol;

export interface GivenValues<P extends string> {
  readonly [names]: P;
}

/** `given({ VpcId: row.vpcId })` */
export const given = <V extends object>(values: V): GivenValues<keyof V & string> => values as object as GivenValues<keyof V & string>;

export const nothingGiven = () => given({});

/** The values themselves, for what sends them. */
export const valuesIn = (made: GivenValues<string> | undefined): AnyRow => ({ ...made });
