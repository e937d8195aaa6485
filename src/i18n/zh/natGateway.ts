import type { Translation } from '../areas.ts';
import type { messages as en } from '../en/natGateway.ts';

export const messages: Translation<typeof en> = {
  noneHere: '还没有 NAT 网关',
  addresses: '弹性公网 IP',
  routes: '路由',
  bind: '绑定弹性公网 IP…',
  unbind: '解绑弹性公网 IP…',
  resize: '升级…',
  busy: '正在创建、变更或删除，请等待完成',
  unmade: '创建失败，只能删除',
  largest: '已是最大规格',
  oneStays: '只剩一个弹性公网 IP，必须保留',

  price: '{price} / {span}',
  'span.h': '{n|other # 小时}',
  'span.m': '{n|other # 个月}',
  'span.d': '{n|other # 天}',
  'span.other': '{n} {unit}',
  priceAsking: '正在询价…',
  priceFailed: '询价失败。',
  priceUnit: 'API 没有说明货币单位。流量和弹性公网 IP 另行计费。',
  now: '目前：{size}',
  costs: '费用',
  costsSize: '网关：{price}。',
  costsNew: '另有{n|other # 个新的弹性公网 IP}，单独计费。',
  costsMore: '此后 {price}，原为 {before}。',

  noFree: '该地域没有空闲的弹性公网 IP，可由云端新申请。',
  needOne: '网关至少需要一个弹性公网 IP：选择空闲的，或由云端新申请。',
  needSome: '请至少选择一个弹性公网 IP。',
  mustStay: '必须保留一个弹性公网 IP，请少选一些。',
  breaks: '经由 {addresses} 的连接将立即中断。',

  throughIt: '指向它的路由',
  noRouteTitle: '没有路由指向这个网关',
  noRouteBody: '子网的路由表中有路由指向这里之后，子网才能经由它访问外网。',
  addRoute: '在路由表中新增路由',
  table: '路由表',
  destination: '目的网段',
  subnets: '子网',
  unnamedEip: '列表中没有这个弹性公网 IP',
};
