/** A next hop of a VPC as the URL of the estate names what is selected. */
export interface GateKey {
  readonly vpc: string;
  /** Its key on the map of the VPC. */
  readonly hop: string;
}

export const gateKey = ({ vpc, hop }: GateKey): string => `gate:${vpc}:${hop}`;

/** null: it names no next hop. */
export function gateIn(key: string): GateKey | null {
  const [kind, vpc = '', ...hop] = key.split(':');
  return kind === 'gate' && vpc !== '' && hop.length > 0 ? { vpc, hop: hop.join(':') } : null;
}

/** The card that a selected thing stands at. */
export const cardOf = (key: string): string => {
  const gate = gateIn(key);
  return gate ? `vpc:${gate.vpc}` : key;
};
