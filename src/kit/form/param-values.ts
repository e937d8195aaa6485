/** Values for parameters of a call, of which the compiler knows the names: a name that the call does not have does not compile. */
import type { AnyRow } from '../../lib/family.ts';

/** Never there: it carries the names. An object would be taken with names too many; what `paramValues` makes of it is not. */
declare const wrappedInParamValues: unique symbol;

export interface ParamValues<P extends string> {
  readonly [wrappedInParamValues]: P;
}

/** `paramValues({ VpcId: row.vpcId })` */
export const paramValues = <V extends object>(values: V): ParamValues<keyof V & string> =>
  values as object as ParamValues<keyof V & string>;

export const noParamValues = () => paramValues({});

/** The values themselves, for what sends them. */
export const valuesIn = (made: ParamValues<string> | undefined): AnyRow => ({ ...made });
