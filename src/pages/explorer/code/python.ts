/** The call for Python 3: the vendors' clients, and the standard library for the 2017 API, whose client ran on Python 2 only. */
import { flatten } from '../../../../catalogue/wire.ts';
import { type CodeCall, literal, type Notation, productOf, quoteText } from './call.ts';

const python: Notation = { none: 'None', yes: 'True', no: 'False', list: ['[', ']'], map: ['{', '}'], indent: '    ' };

export function pythonCode(call: CodeCall): string {
  const { action, data, params, region } = call;
  switch (data.protocol) {
    case 'api3':
      return `# pip install tencentcloud-sdk-python-common
import os

from tencentcloud.common import credential
from tencentcloud.common.common_client import CommonClient

cred = credential.Credential(os.environ["TENCENTCLOUD_SECRET_ID"], os.environ["TENCENTCLOUD_SECRET_KEY"])
client = CommonClient(${quoteText(productOf(call))}, ${quoteText(data.version ?? '')}, cred, ${quoteText(region)})
print(client.call_json(${quoteText(action)}, ${literal(params, python)}))
`;
    case 'api2017':
      return python2017(call);
    case 'aliyun-rpc':
      return `# pip install aliyun-python-sdk-core
import os

from aliyunsdkcore.client import AcsClient
from aliyunsdkcore.request import CommonRequest

client = AcsClient(os.environ["ALIBABA_CLOUD_ACCESS_KEY_ID"], os.environ["ALIBABA_CLOUD_ACCESS_KEY_SECRET"])
request = CommonRequest(domain=${quoteText(data.host)}, version=${quoteText(data.version ?? '')}, action_name=${quoteText(action)})
request.set_method("POST")
params = ${literal(flatten(params, 1), python)}
for name, value in params.items():
    request.add_query_param(name, value)
print(client.do_action_with_exception(request).decode())
`;
  }
}

function python2017({ action, data, params, region }: CodeCall): string {
  return `import base64, hashlib, hmac, os, random, time, urllib.parse, urllib.request

params = ${literal({ ...flatten(params), Action: action, Region: region }, python)}
params.update(
    Timestamp=str(int(time.time())),
    Nonce=str(random.randrange(1, 2**32)),
    SecretId=os.environ["TENCENTCLOUD_SECRET_ID"],
    SignatureMethod="HmacSHA256",
)
query = "&".join(f"{name.replace('_', '.')}={params[name]}" for name in sorted(params))
text = ${quoteText(`POST${data.host}${data.path}?`)} + query
key = os.environ["TENCENTCLOUD_SECRET_KEY"]
params["Signature"] = base64.b64encode(hmac.new(key.encode(), text.encode(), hashlib.sha256).digest()).decode()
body = urllib.parse.urlencode(params).encode()
print(urllib.request.urlopen(${quoteText(`https://${data.host}${data.path}`)}, body).read().decode())
`;
}
