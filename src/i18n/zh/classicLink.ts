import type { Translation } from '../areas.ts';
import type { messages as en } from '../en/classicLink.ts';

export const messages: Translation<typeof en> = {
  unlink: '解除关联',
  noClassic: '该账号没有基础网络',
  noClassicBody: '较新的账号只有私有网络，因此这里没有可以关联的云服务器。',
  noneHere: '还没有关联的基础网络云服务器',
  noneHereBody: '关联之后，基础网络的云服务器即可访问该私有网络。',
  idsHint: 'API 没有查询基础网络云服务器的接口，请直接填写其 ID。',
  already: '{id} 已关联到 {vpc}，请先在那里解除。',
  done: '{n|other 已关联 # 台云服务器}',
};
