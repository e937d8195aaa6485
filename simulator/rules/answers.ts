/** Rows as answers show them. */

interface Shape {
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The fields of a shape that a row has: by the same name, or in the 2017 API's spelling (`flowLogName` for `FlowLogName`). */
type ShapeOfRow<F extends Shape, R> = {
  -readonly [K in keyof F['fields'] & string as K extends keyof R ? K : Capitalize<K> extends keyof R ? K : never]: K extends keyof R
    ? R[K]
    : R[Capitalize<K> & keyof R];
};

/** What a row says of a shape's fields. Those that it does not hold are left to the caller. */
export function fieldsOf<F extends Shape, R extends object>(shape: F, row: R): ShapeOfRow<F, R> {
  const values = row as Readonly<Record<string, unknown>>;
  const named = Object.keys(shape.fields).map((name) => [
    name,
    Object.hasOwn(row, name) ? name : name.charAt(0).toUpperCase() + name.slice(1),
  ]);
  const held = named.filter(([, field = '']) => Object.hasOwn(row, field));
  return Object.fromEntries(held.map(([name, field = '']) => [name, values[field]])) as ShapeOfRow<F, R>;
}
