/** What columns are, by their headings: people's tables in English and Chinese, and the fields of several clouds. Pure. */
import type { Format } from './sheet.ts';
import { plain } from './words.ts';

/** The parts of a rule that a column may hold. */
export const ruleParts = [
  'direction',
  'action',
  'protocol',
  'port',
  'fromPort',
  'toPort',
  'service',
  'remote',
  'source',
  'destination',
  'mask',
  'description',
  'order',
  'enabled',
  'disabled',
  'family',
] as const;
type RulePart = (typeof ruleParts)[number];

/** What a column is that is no part of a rule. */
type OtherPart =
  /** Says nothing of packets: an id, a counter, a time. */
  | 'harmless'
  /** Names the rule; used as its description where there is none. */
  | 'name'
  /** Makes a rule match less, or otherwise: every value but "any" or nothing is a fault. */
  | 'narrows'
  /** "no", "false" or nothing; anything else is a fault. */
  | 'negates'
  /** Whether a rule is logged: yes, no, or a fault. */
  | 'log'
  | 'sourcePort'
  /** The group that a rule is in: one for the whole file. */
  | 'owner'
  /** A remote end of another cloud: nothing here is called so. */
  | 'foreign'
  /** True: outbound (AWS). */
  | 'isEgress'
  | 'allowedOrDenied'
  /** A person said to leave it out. */
  | 'ignore';

export type HeadingPart = RulePart | OtherPart | 'value' | 'zone';

/** Without blanks and signs, in lower case: "Source (CIDR)" and "source-cidr" are one. */
export const headingKey = (heading: string): string =>
  plain(heading)
    .toLowerCase()
    .replaceAll(/[\s_\-–:.*'"`()[\]【】（）/\\&+]+/g, '');

const dictionary = (sets: Readonly<Partial<Record<HeadingPart, string>>>): ReadonlyMap<string, HeadingPart> =>
  new Map(
    Object.entries(sets).flatMap(([part, words]) => words.split(' ').map((word): [string, HeadingPart] => [word, part as HeadingPart])),
  );

/** Each word stands here because it means one thing only: what means several ("type", "name", "security group") is asked. */
const ruleHeadings = dictionary({
  direction:
    'direction way ruledirection trafficdirection flowdirection directionoftraffic 方向 规则方向 流向 流量方向 访问方向 出入方向 方向direction direction方向',
  action:
    'action actions allowdeny policy access verdict permission 策略 动作 操作策略 授权策略 行为 处理动作 访问策略 执行动作 动作action 策略action policy策略 是否允许',
  protocol:
    'protocol protocols proto ipprotocol ipprotocolnumber protocoltype l4protocol transportprotocol 协议 协议类型 传输协议 网络协议 ip协议 协议protocol protocol协议',
  port: 'port ports portrange portranges destinationport destinationports destport dstport dport dports destinationportrange destinationportranges destinationportnumber multiport portno portnumber 端口 端口范围 目的端口 目标端口 目的端口范围 目标端口范围 端口号 端口port port端口 服务端口',
  fromPort: 'fromport startport portfrom portstart minport portmin portrangemin beginport 起始端口 开始端口 端口起始',
  toPort: 'toport endport portto portend maxport portmax portrangemax 结束端口 终止端口 截止端口 端口结束',
  service:
    'service services protocolport protocolports protocolandport protocolandports protoport portprotocol servicetemplate 服务 协议端口 端口协议 服务类型 协议及端口 协议和端口 service服务',
  remote:
    'far farend cidr cidrblock cidrip address addresses peer peeraddress remote remoteaddress remoteip remotecidr remoteipprefix iprange ipranges iprangecidr ipv6cidrblock addresstemplate cidrs ipcidr remoteend 地址 对端 对端地址 ip地址 网段 授权对象 ip段 地址段 远端 远端地址 cidrip6 cidripv6 cidripv4',
  source:
    'source sources src sourceip sourceips sourceaddress sourceaddresses srcaddr srcip srcaddress sourcecidr sourcecidrip sourcecidrs sourceaddressprefix sourceaddressprefixes sourceiprange sourceipranges sourceranges sourcenetwork saddr from 来源 源 源地址 源ip 源ip地址 来源地址 来源ip 源网段 源端 源cidr 来源source source来源 源地址段 ipv6sourcecidrip srcip4 sourceprefix',
  destination:
    'destination destinations dst dest destinationip destinationips destinationaddress destinationaddresses dstaddr dstip dstaddress destip destaddress destinationcidr destcidrip destinationcidrs destinationaddressprefix destinationaddressprefixes destinationiprange destinationipranges destinationranges destinationnetwork daddr to 目标 目的 目的地址 目标地址 目的ip 目的ip地址 目标ip 目的地 目的网段 目标网段 目的端 目的cidr destination目标 目标destination ipv6destcidrip destinationprefix',
  mask: 'mask netmask subnetmask sourcemask srcmask destinationmask dstmask prefixlength prefixlen 掩码 子网掩码 网络掩码 前缀长度',
  description:
    'description descriptions desc comment comments note notes remark remarks policydescription ruledescription memo purpose justification 备注 描述 说明 用途 备注说明 规则描述 备注description description备注 注释 规则说明',
  order:
    'no nr num number index idx order sequence seq seqno seqnum sequencenumber priority prio precedence rank position rulenumber ruleno ruleindex policyindex lineno linenumber rulepriority 序号 优先级 顺序 行号 规则序号 次序 优先级priority priority优先级 编号',
  enabled:
    'enabled enable isenabled active isactive status state ruleenabled rulestatus inuse 启用 是否启用 状态 启用状态 规则状态 是否生效 生效 状态status status状态 使能',
  disabled: 'disabled disable isdisabled inactive ruledisabled 禁用 停用 是否禁用 是否停用',
  family:
    'family addressfamily ipversion ethertype ipfamily iptype ipprotocolversion iptypes ip版本 ip类型 地址类型 以太网类型 网络类型ip 以太类型',
  name: 'rulename policyname 规则名称 规则名 策略名称',
  harmless:
    'id ruleid uuid guid policyid ruleuuid securitygroupruleid hits hitcount hitcounts packets packetcount bytes bytecount sessions sessioncount created createdat createtime createdtime creationtime creationdate createddate creationtimestamp modified modifiedat modifytime modifieddate lastmodified lastupdated updated updatedat updatetime lastchange lasthit lasthitdate firsthit lastused firstused createdby modifiedby updatedby author ticket ticketid changeid owner etag tenantid projectid revisionnumber requestid ruleusage rowid 命中次数 命中数 命中 创建时间 修改时间 更新时间 最近修改时间 最后修改时间 规则id 创建人 修改人 申请人 负责人 工单 工单号 最近命中时间 命中计数',
  foreign: 'remotesecuritygroup remoteaddressgroup remotegroup remotegroupid',
  negates:
    'negate negated not invert inverted except negatesource negatedestination sourcenegate destinationnegate sourcenegated destinationnegated srcaddrnegate dstaddrnegate servicenegate exclude 取反 反选 反向 排除 除外 非',
  log: 'log logs logging logged islogged logtraffic 日志 记录日志 是否记录日志 日志记录',
  sourcePort:
    'sourceport sourceports srcport sport sports sourceportrange sourceportranges sourceportnumber srcports 源端口 源端口范围 来源端口',
  narrows:
    'wildcard wildcardmask inversemask zone zones sourcezone srczone destinationzone dstzone destzone fromzone tozone sourceinterface srcintf destinationinterface dstintf interface interfaces inputinterface outputinterface ininterface outinterface nic vlan vlanid schedule timerange time timeofday validuntil validfrom expiry expires expiration expirationdate expireson expiresat user users sourceuser group groups application applications app apps l7protocol urlcategory category icmptype icmpcode icmptypecode typecode tcpflags flags dscp tos fragment fragments established connectionstate ctstate stateful targettags sourcetags targetserviceaccounts sourceserviceaccounts targets target2 hostname domain fqdn device sourcedevice hip sourcehip destinationhip fromuser 反掩码 通配符 源区域 目的区域 源安全域 目的安全域 源安全区域 目的安全区域 安全域 接口 入接口 出接口 时间段 生效时间 有效期 到期时间 过期时间 失效时间 截止时间 用户 源用户 应用 应用程序 icmp类型 icmp代码 类型代码 例外 条件',
});

/** The fields of the formats whose meaning is documented: these alone are known there, and each in one spelling. */
const formatHeadings: Readonly<Partial<Record<Format, ReadonlyMap<string, HeadingPart>>>> = {
  weft: dictionary({
    direction: 'direction',
    action: 'action',
    protocol: 'protocol',
    port: 'port',
    remote: 'cidrblock ipv6cidrblock securitygroupid addresstemplateaddressid addresstemplateaddressgroupid addresstemplate remote',
    service: 'servicetemplateserviceid servicetemplateservicegroupid servicetemplate',
    description: 'policydescription',
    harmless: 'modifytime priority',
    order: 'policyindex',
  }),
  terraform: dictionary({ action: 'action', protocol: 'protocol', port: 'port', remote: 'remote' }),
  aws: dictionary({
    protocol: 'ipprotocol',
    fromPort: 'fromport',
    toPort: 'toport',
    isEgress: 'isegress',
    remote: 'cidrip cidripv4 cidripv6',
    description: 'description',
    foreign:
      'useridgrouppairs useridgrouppairsgroupid useridgrouppairsgroupname useridgrouppairsuserid useridgrouppairsdescription useridgrouppairsvpcid useridgrouppairsvpcpeeringconnectionid useridgrouppairspeeringstatus prefixlistidsprefixlistid prefixlistidsdescription prefixlistid referencedgroupinfogroupid referencedgroupinfouserid referencedgroupinfo referencedgroupinfovpcid',
    owner: 'groupid groupname',
    harmless: 'securitygroupruleid groupownerid tags securitygrouprulearn',
  }),
  openstack: dictionary({
    direction: 'direction',
    action: 'action',
    protocol: 'protocol',
    port: 'multiport',
    fromPort: 'portrangemin',
    toPort: 'portrangemax',
    remote: 'remoteipprefix',
    family: 'ethertype',
    description: 'description',
    order: 'priority',
    enabled: 'enabled',
    owner: 'securitygroupid',
    foreign: 'remotegroupid remoteaddressgroupid',
    harmless: 'id tenantid projectid createdat updatedat revisionnumber standardattrid belongstodefaultsg normalizedcidr tags',
  }),
  alibaba: dictionary({
    direction: 'direction',
    action: 'policy',
    protocol: 'ipprotocol',
    port: 'portrange',
    sourcePort: 'sourceportrange',
    source: 'sourcecidrip ipv6sourcecidrip',
    destination: 'destcidrip ipv6destcidrip',
    description: 'description',
    order: 'priority',
    owner: 'securitygroupid',
    foreign:
      'sourcegroupid destgroupid sourcegroupname destgroupname sourcegroupowneraccount destgroupowneraccount sourceprefixlistid destprefixlistid sourceprefixlistname destprefixlistname',
    narrows: 'nictype portrangelistid portrangelistname',
    harmless: 'securitygroupruleid createtime',
  }),
  azure: dictionary({
    direction: 'direction',
    action: 'access',
    protocol: 'protocol',
    port: 'destinationportrange destinationportranges',
    sourcePort: 'sourceportrange sourceportranges',
    source: 'sourceaddressprefix sourceaddressprefixes',
    destination: 'destinationaddressprefix destinationaddressprefixes',
    description: 'description',
    order: 'priority',
    name: 'name',
    harmless: 'id etag type provisioningstate resourcegroup',
    narrows: 'sourceapplicationsecuritygroups destinationapplicationsecuritygroups',
  }),
  gcp: dictionary({
    direction: 'direction',
    protocol: 'ipprotocol',
    port: 'ports',
    source: 'sourceranges',
    destination: 'destinationranges',
    description: 'description',
    order: 'priority',
    disabled: 'disabled',
    name: 'name',
    owner: 'network',
    narrows: 'sourcetags targettags sourceserviceaccounts targetserviceaccounts',
    harmless: 'id kind selflink creationtimestamp logconfigenable logconfigmetadata',
  }),
};

/** The part that a heading names for certain; undefined for one that nobody has told this reader of. */
export function rulePartOf(heading: string, format: Format): HeadingPart | undefined {
  if (heading === '@direction') return 'direction';
  if (heading === '@action') return 'allowedOrDenied';
  if (plain(heading) === '#') return 'order';
  return (formatHeadings[format] ?? ruleHeadings).get(headingKey(heading));
}

/** For lists of addresses, services and blocks: one column of values, and what may stand beside it. */
const listHeadings = dictionary({
  value:
    'value values member members address addresses ip ips ipaddress ipaddresses cidr cidrs cidrblock block blocks network networks subnet subnets prefix prefixes range ranges service services port ports protocolport protocolports 地址 ip地址 网段 地址段 成员 子网 服务 端口 协议端口 子网网段 cidrip',
  name: 'name subnetname names 名称 子网名称 名字',
  description: 'description desc comment comments note notes remark remarks 备注 描述 说明 用途',
  zone: 'zone availabilityzone az zones 可用区 可用区域',
  harmless: 'id no nr number index 序号 编号 创建时间 createdtime createtime',
});

export const listPartOf = (heading: string): HeadingPart | undefined =>
  plain(heading) === '#' ? 'harmless' : listHeadings.get(headingKey(heading));
