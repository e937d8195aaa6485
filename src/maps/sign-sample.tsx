import type { SceneSign } from '../../network/maps/scene.ts';
import { shapeElement } from './drawn.tsx';
import { signShapes } from './shapes.ts';

interface SignSampleProps {
  readonly name: Extract<SceneSign, { kind: 'sign' }>['name'];
}

/** A sign as the maps draw it; the words stand beside it. */
export function SignSample({ name }: SignSampleProps) {
  const state = name === 'trouble' ? 'missing' : name === 'hub' ? undefined : name === 'public' ? 'good' : 'quiet';
  const sign: SceneSign = { kind: 'sign', name, x: 0, y: 0, width: 12, height: 12, of: [], ...(state ? { state } : {}) };
  return (
    <svg aria-hidden="true" width={12} height={12} className="shrink-0">
      {signShapes(sign, 0, { lit: null, dims: false }).map(shapeElement)}
    </svg>
  );
}
