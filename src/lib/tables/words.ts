/** The words that cells of a table may hold, each known exactly: no word is ever understood by a part of it. Pure. */

/**
 * Full-width letters, digits and signs as the plain ones; every kind of dash as "-"; what has no width is left out. Other
 * signs stay what they are: a footnote's mark behind a port ("80²") is no digit of it.
 */
export const plain = (text: string): string =>
  text
    .replaceAll(/[\s\u3000\uFF00-\uFFEF]/g, (sign) => sign.normalize('NFKC'))
    .normalize('NFC')
    .replaceAll(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .trim();

const wordsOf = <V>(...sets: readonly (readonly [V, string])[]): ReadonlyMap<string, V> =>
  new Map(sets.flatMap(([value, words]) => words.split('|').map((word): [string, V] => [word, value])));

const lookUp =
  <V>(words: ReadonlyMap<string, V>) =>
  (text: string): V | undefined =>
    words.get(plain(text).toLowerCase().replaceAll(/\s+/g, ' '));

/** "Reject" answers, "drop" does not; both deny, and this cloud has only the one. */
export const actionOf = lookUp(
  wordsOf<'ACCEPT' | 'DROP'>(
    ['ACCEPT', 'accept|accepted|allow|allowed|permit|permitted|pass|允许|放通|放行|接受|准许'],
    [
      'DROP',
      'drop|dropped|deny|denied|reject|rejected|refuse|refused|block|blocked|discard|disallow|do not allow|not allowed|拒绝|禁止|丢弃|阻断|阻止|拦截|不允许|不放通|不放行|不通过|禁用访问',
    ],
  ),
);

export const directionOf = lookUp(
  wordsOf<'ingress' | 'egress'>(
    ['ingress', 'in|ingress|inbound|incoming|input|入|入站|入方向|入向|入口|流入|进|进站|入站规则|入方向规则|inbound rule|inbound rules'],
    ['egress', 'out|egress|outbound|outgoing|output|出|出站|出方向|出向|出口|流出|出站规则|出方向规则|outbound rule|outbound rules'],
  ),
);

/** Whether a rule is in force. */
export const switchOf = lookUp(
  wordsOf<boolean>(
    [true, 'yes|y|true|t|1|on|enabled|enable|active|是|启用|已启用|开启|开|有效|生效|✓|✔|√'],
    [false, 'no|n|false|f|0|off|disabled|disable|inactive|否|禁用|已禁用|停用|已停用|未启用|关闭|关|无效|失效|✗|✘|×'],
  ),
);

export const familyOf = lookUp(wordsOf<4 | 6>([4, '4|v4|ipv4|inet|ip4'], [6, '6|v6|ipv6|inet6|ip6']));

export type TableProtocol = 'TCP' | 'UDP' | 'ICMP' | 'ICMPv6' | 'GRE' | 'ALL';

/** Words, and the numbers that IANA gave them; -1 is everything in the APIs of several clouds. */
export const protocolOf = lookUp(
  wordsOf<TableProtocol>(
    ['TCP', 'tcp|6|tcp (6)|custom tcp|自定义tcp'],
    ['UDP', 'udp|17|udp (17)|custom udp|自定义udp'],
    ['ICMP', 'icmp|1|icmp (1)|icmpv4|icmp - ipv4'],
    ['ICMPv6', 'icmpv6|icmp6|ipv6-icmp|58|icmpv6 (58)|icmp - ipv6|ipv6 icmp (58)'],
    ['GRE', 'gre|47|gre (47)'],
    ['ALL', 'all|any|*|-1|ip|all (-1)|all traffic|all protocols|any protocol|全部|所有|任意|全部协议|所有协议|所有流量|全部流量'],
  ),
);

/** Everything, of ports. 1-65535 is not: it leaves port 0 out. */
export const isEveryPort = (text: string): boolean =>
  /^(?:all|any|\*|0-65535|0:65535|all ports|any port|全部|所有|任意|全部端口|所有端口|任意端口)$/i.test(plain(text));

/** No ports, as tables write it beside protocols without any. */
export const isNoPort = (text: string): boolean =>
  isEveryPort(text) || /^(?:|-|--|n\/a|na|none|-1|-1\/-1|无|不适用|null)$/i.test(plain(text));

type EveryoneText = '0.0.0.0/0' | '::/0' | 'any';

/** "any" says nothing about the family; "internet" is no such word, since some clouds mean less than everyone by it. */
export const everyoneOf = lookUp(
  wordsOf<EveryoneText>(
    ['any', 'any|all|anywhere|everyone|*|任意|所有|全部|任何|任意地址|所有地址|全部地址|any address|all addresses|any ip'],
    ['0.0.0.0/0', 'any4|anywhere-ipv4|any ipv4|all ipv4|anywhere ipv4|any-ipv4|任意ipv4|所有ipv4|全部ipv4|0.0.0.0/0.0.0.0|0/0'],
    ['::/0', 'any6|anywhere-ipv6|any ipv6|all ipv6|anywhere ipv6|any-ipv6|任意ipv6|所有ipv6|全部ipv6|::0/0|0::/0|0::0/0'],
  ),
);

/** A cell of a column that narrows rules, when it narrows nothing. */
export const narrowsNothing = (text: string): boolean =>
  /^(?:|any|all|\*|-|--|none|n\/a|null|\[\]|\{\}|always|any zone|所有|任意|全部|任何|无|不限|未设置|始终)$/i.test(plain(text));

/** The values that are equal by a key, in the order in which they come. */
export function groupBy<K, V>(values: readonly V[], keyOf: (value: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** Every source port, as tables write it: clients use none below 1. */
export const isEverySourcePort = (text: string): boolean =>
  isNoPort(text) || /^(?:1-65535|1\/65535|1:65535|0\/65535|-1--1)$/.test(plain(text)) || narrowsNothing(text);
