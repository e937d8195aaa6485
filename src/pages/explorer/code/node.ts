/** The call for Node.js, with the vendors' own clients. */
import { flatten } from '../../../../catalogue/wire.ts';
import { type CodeCall, literal, type Notation, productOf, quoteText } from './call.ts';

const js: Notation = { none: 'null', yes: 'true', no: 'false', list: ['[', ']'], map: ['{', '}'], indent: '  ' };

export function nodeCode(call: CodeCall): string {
  const { action, data, params, region } = call;
  switch (data.protocol) {
    case 'api3':
      return `// npm install tencentcloud-sdk-nodejs-common
const { CommonClient } = require("tencentcloud-sdk-nodejs-common");

const client = new CommonClient(${quoteText(data.host)}, ${quoteText(data.version ?? '')}, {
  credential: {
    secretId: process.env.TENCENTCLOUD_SECRET_ID,
    secretKey: process.env.TENCENTCLOUD_SECRET_KEY,
  },
  region: ${quoteText(region)},
});

client.request(${quoteText(action)}, ${literal(params, js)}).then(console.log, console.error);
`;
    case 'api2017':
      return `// npm install qcloudapi-sdk
const Capi = require("qcloudapi-sdk");

const client = new Capi({
  SecretId: process.env.TENCENTCLOUD_SECRET_ID,
  SecretKey: process.env.TENCENTCLOUD_SECRET_KEY,
  serviceType: ${quoteText(productOf(call))},
});

const params = ${literal({ Action: action, Region: region, ...flatten(params) }, js)};
client.request(params, (error, data) => console.log(error ?? data));
`;
    case 'aliyun-rpc':
      return `// npm install @alicloud/pop-core
const { RPCClient } = require("@alicloud/pop-core");

const client = new RPCClient({
  accessKeyId: process.env.ALIBABA_CLOUD_ACCESS_KEY_ID,
  accessKeySecret: process.env.ALIBABA_CLOUD_ACCESS_KEY_SECRET,
  endpoint: ${quoteText(`https://${data.host}`)},
  apiVersion: ${quoteText(data.version ?? '')},
});

client.request(${quoteText(action)}, ${literal(flatten(params, 1), js)}, { method: "POST" }).then(console.log, console.error);
`;
  }
}
