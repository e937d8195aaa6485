import { describe, expect, it } from 'vitest';
import { givenRule } from './kind.ts';

describe('a rule that the address proposes', () => {
  it('is read with its place', () => {
    expect(givenRule(new URLSearchParams('way=ingress&add=ACCEPT&protocol=TCP&port=443&cidr=10.0.0.4&before=2'))).toEqual({
      rule: {
        action: 'ACCEPT',
        service: { kind: 'ports', protocol: 'TCP', port: '443' },
        remote: { kind: 'address', cidr: '10.0.0.4' },
        description: '',
      },
      before: 2,
    });
  });

  it('stands at the end without one, and has no port where its protocol has none', () => {
    expect(givenRule(new URLSearchParams('add=DROP&protocol=ICMP&port=80&cidr=10.0.0.4'))).toMatchObject({
      rule: { action: 'DROP', service: { protocol: 'ICMP', port: 'ALL' } },
      before: null,
    });
  });

  it.each(['', 'add=allow&protocol=TCP', 'add=ACCEPT&protocol=SCTP', 'protocol=TCP&port=80'])('is none in %j', (text) => {
    expect(givenRule(new URLSearchParams(text))).toBeNull();
  });
});
