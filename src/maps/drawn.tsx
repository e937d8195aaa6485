import type { Shape } from './shapes.ts';

/** A shape as an element. */
export const shapeElement = ({ tag: Tag, key, attrs, text }: Shape) => {
  // SVG's own names are React's but for the hyphens.
  const props = Object.fromEntries(
    Object.entries(attrs).map(([name, value]) => [name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), value]),
  );
  return (
    <Tag key={key} {...props}>
      {text}
    </Tag>
  );
};
