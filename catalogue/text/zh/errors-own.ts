/** 转发服务自身的错误码：为何没有得到云端的应答，以及如何处理。 */
export const meansOwn = {
  CloudTimeout: '云端未能在时限内完整应答。',
  'CloudTimeout.Connect': '未能在时限内与云端接入点建立连接。',
  CloudUnreachable: '无法连接云端接入点。',
  'CloudUnreachable.Name': '无法解析云端接入点的域名。',
  'CloudUnreachable.NoRoute': '运行 Weft 的机器没有通往云端接入点的网络路径。',
  'CloudUnreachable.Proxy': '通往云端的代理没有转发该连接。',
  'CloudUnreachable.Refused': '云端接入点没有服务在接受连接。',
  'CloudUnreachable.Reset': '与云端的连接在收到应答之前中断。',
  'CloudUnreachable.Tls': '云端接入点的证书未通过校验，因此没有发送任何内容。',
  CloudUnreadable: '返回的内容不是云 API 的应答。',
};

export const todoOwn = {
  'CloudTimeout.Connect': '请检查防火墙是否丢弃了运行 Weft 的机器发出的连接，然后重试。',
  'CloudUnreachable.Name': '请检查运行 Weft 的机器的 DNS；如设置了 WEFT_ENDPOINTS，请核对其中的拼写。',
  'CloudUnreachable.NoRoute': '请检查运行 Weft 的机器的网络连接与路由。',
  'CloudUnreachable.Proxy': '请检查 HTTPS_PROXY 中的地址、用户名和密码，并确认代理允许访问该接入点。',
  'CloudUnreachable.Refused': '如设置了 WEFT_ENDPOINTS，请核对其中的主机与端口，并确认该服务正在运行。',
  'CloudUnreachable.Tls': '若所在网络的代理会解开 TLS，请用 WEFT_CA_FILE 指定其证书颁发机构；否则可能有人在监听，请勿继续。',
  CloudUnreadable: '请查看接入点处的实际服务：可能是代理或网络登录页面代替云端作了应答。',
};
