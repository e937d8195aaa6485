/** Requests written down as official clients of other languages send them, signed with the keys and at the time below. */

/** Epoch seconds. */
export const recordedAt = 1795800000;
export const recordedKeys = { secretId: 'AKIDrecordedrecordedrecordedrecorded', secretKey: 'recordedrecordedrecordedrecorded' };

export interface RecordedRequest {
  readonly client: string;
  readonly head: readonly string[];
  readonly body: string;
  /** The client whose request comes first, where this one asks for what that one made. */
  readonly after?: string;
  /** What the answer holds. */
  readonly answer: string;
}

export const recordedRequests: readonly RecordedRequest[] = [
  {
    client: 'tencentcloud-sdk-python, TC3, JSON',
    head: [
      'POST / HTTP/1.1',
      'Host: vpc.tencentcloudapi.com',
      'Content-Type: application/json',
      'Authorization: TC3-HMAC-SHA256 Credential=AKIDrecordedrecordedrecordedrecorded/2026-11-27/vpc/tc3_request, SignedHeaders=content-type;host, Signature=902a45586cd5beb5e627a666b1883122ff7338fd80c023714314131f8f9c7d4c',
      'X-TC-Action: CreateVpc',
      'X-TC-Version: 2017-03-12',
      'X-TC-Timestamp: 1795800000',
      'X-TC-Region: ap-guangzhou',
      'X-TC-RequestClient: SDK_PYTHON_3.0.1145',
      'X-TC-Language: zh-CN',
      'User-Agent: python-requests/2.31.0',
      'Accept-Encoding: gzip, deflate',
      'Accept: */*',
      'Content-Length: 83',
    ],
    body: '{"VpcName": "\\u7f51 \\u7edc", "CidrBlock": "10.0.0.0/16", "EnableMulticast": "True"}',
    answer: '"VpcName":"网 络"',
  },
  {
    client: 'tencentcloud-sdk-python, TC3, multipart',
    head: [
      'POST / HTTP/1.1',
      'Host: vpc.tencentcloudapi.com',
      'Content-Type: multipart/form-data; boundary=0f3c2f6bd4a34d7c9b6a52e1d8f6b1aa',
      'Authorization: TC3-HMAC-SHA256 Credential=AKIDrecordedrecordedrecordedrecorded/2026-11-27/vpc/tc3_request, SignedHeaders=content-type;host, Signature=1dd778cd095b1c8e04ffc8e68aa4e3e0a70bdd09717ed5088831ce3d62d0cc48',
      'X-TC-Action: DescribeVpcs',
      'X-TC-Version: 2017-03-12',
      'X-TC-Timestamp: 1795800000',
      'X-TC-Region: ap-guangzhou',
      'X-TC-RequestClient: SDK_PYTHON_3.0.1145',
      'Content-Length: 290',
    ],
    body: '--0f3c2f6bd4a34d7c9b6a52e1d8f6b1aa\r\nContent-Disposition: form-data; name="Filters"\r\nContent-Type: application/json\r\n\r\n[{"Name": "is-default", "Values": ["False"]}]\r\n--0f3c2f6bd4a34d7c9b6a52e1d8f6b1aa\r\nContent-Disposition: form-data; name="Limit"\r\n\r\n5\r\n--0f3c2f6bd4a34d7c9b6a52e1d8f6b1aa--\r\n',
    answer: '"TotalCount":',
  },
  {
    client: 'tencentcloud-sdk-python, first signature, GET',
    head: [
      'GET /?Action=CreateVpc&Version=2017-03-12&Region=ap-guangzhou&Nonce=11886&Timestamp=1795800000&SecretId=AKIDrecordedrecordedrecordedrecorded&SignatureMethod=HmacSHA256&RequestClient=SDK_PYTHON_3.0.1145&VpcName=py&CidrBlock=10.1.0.0%2F16&EnableMulticast=True&DnsServers.0=1.1.1.1&Signature=ck%2BltfhwJgwY0%2Bh1j7b33B0QfJRgRIfuaE87Ow2243Y%3D HTTP/1.1',
      'Host: vpc.tencentcloudapi.com',
      'Content-Type: application/x-www-form-urlencoded',
      'Connection: close',
    ],
    body: '',
    answer: '"EnableMulticast":true',
  },
  {
    client: 'tencentcloud-sdk-python, first signature, POST',
    head: ['POST / HTTP/1.1', 'Host: vpc.tencentcloudapi.com', 'Content-Type: application/x-www-form-urlencoded', 'Content-Length: 339'],
    body: 'Action=CreateVpc&Version=2017-03-12&Region=ap-guangzhou&Nonce=11887&Timestamp=1795800000&SecretId=AKIDrecordedrecordedrecordedrecorded&SignatureMethod=HmacSHA256&RequestClient=SDK_PYTHON_3.0.1145&VpcName=py+post&CidrBlock=10.1.0.0%2F16&EnableMulticast=False&DnsServers.0=1.1.1.1&Signature=yMXQDkeavXmSJoRzf9A4Ol%2B%2FYZI3vD9MAbAhxgAFMbo%3D',
    answer: '"EnableMulticast":false',
  },
  {
    client: 'tencentcloud-sdk-python, TC3, GET',
    head: [
      'GET /?VpcIds.0=vpc-00000000 HTTP/1.1',
      'Host: vpc.tencentcloudapi.com',
      'Content-Type: application/x-www-form-urlencoded',
      'Authorization: TC3-HMAC-SHA256 Credential=AKIDrecordedrecordedrecordedrecorded/2026-11-27/vpc/tc3_request, SignedHeaders=content-type;host, Signature=f6cfc569e155bb6d79a98f2a25124e2354e42c758dfc20e9b5deaefbc7cf9bea',
      'X-TC-Action: DescribeVpcs',
      'X-TC-Version: 2017-03-12',
      'X-TC-Timestamp: 1795800000',
      'X-TC-Region: ap-guangzhou',
      'X-TC-RequestClient: SDK_PYTHON_3.0.1145',
      'Content-Length: 0',
    ],
    body: '',
    answer: 'ResourceNotFound|InvalidVpcId.NotFound',
  },
  {
    client: 'qcloudapi-sdk-python, 2017',
    head: [
      'POST /v2/index.php HTTP/1.1',
      'Host: vpc.api.qcloud.com',
      'Content-Type: application/x-www-form-urlencoded',
      'Accept-Encoding: identity',
      'Content-Length: 235',
    ],
    body: 'Action=DescribeSubnetEx&Region=gz&Nonce=4242&Timestamp=1795800000&SecretId=AKIDrecordedrecordedrecordedrecorded&SignatureMethod=HmacSHA1&RequestClient=SDK_PYTHON_2.0.16&zoneIds_0=100001&limit=20&Signature=csbSrm8tuSS3cnDlVoaPDFNNCUY%3D',
    answer: '"codeDesc":"Success"',
  },
  {
    client: 'tencentcloud-sdk-ruby, first signature, GET',
    head: [
      'GET /?Action=DescribeVpcs&Version=2017-03-12&Region=ap-guangzhou&Nonce=77&Timestamp=1795800000&SecretId=AKIDrecordedrecordedrecordedrecorded&SignatureMethod=HmacSHA256&RequestClient=SDK_RUBY_3.0.598&Limit=5&Signature=qJf3gq%2FatD12yG5fWMAlja7TUESiPITOwNdhCET4M%2Fs%3D%0A HTTP/1.1',
      'Accept: */*',
      'User-Agent: Ruby',
      'Host: vpc.tencentcloudapi.com',
    ],
    body: '',
    answer: '"TotalCount":',
  },
  {
    client: 'tencentcloud-sdk-ruby, first signature, POST',
    head: [
      'POST / HTTP/1.1',
      'Accept: */*',
      'User-Agent: Ruby',
      'Host: vpc.tencentcloudapi.com',
      'Content-Type: application/x-www-form-urlencoded',
      'Content-Length: 260',
    ],
    body: 'Action=DescribeVpcs&Version=2017-03-12&Region=ap-guangzhou&Nonce=78&Timestamp=1795800000&SecretId=AKIDrecordedrecordedrecordedrecorded&SignatureMethod=HmacSHA256&RequestClient=SDK_RUBY_3.0.598&Limit=5&Signature=7MXlp4UlDfJWVawtdJHCy4zH5YckX0w6zDE8U0sVT80%3D%0A',
    answer: '"TotalCount":',
  },
  {
    client: 'tencentcloud-sdk-php, TC3',
    head: [
      'POST / HTTP/1.1',
      'Host: vpc.tencentcloudapi.com',
      'Content-Type: application/json',
      'Authorization: TC3-HMAC-SHA256 Credential=AKIDrecordedrecordedrecordedrecorded/2026-11-27/vpc/tc3_request, SignedHeaders=content-type;host, Signature=69a20401b4056a18308dac3497e56862345a74f89d33bc782cda43c6290478cf',
      'X-TC-Action: CreateVpc',
      'X-TC-Version: 2017-03-12',
      'X-TC-Timestamp: 1795800000',
      'X-TC-Region: ap-guangzhou',
      'X-TC-RequestClient: SDK_PHP_3.0.850',
      'User-Agent: GuzzleHttp/7',
      'Content-Length: 53',
    ],
    body: '{"VpcName":"\\u7f51\\u7edc","CidrBlock":"10.2.0.0\\/16"}',
    answer: '"CidrBlock":"10.2.0.0/16"',
  },
  {
    client: 'tencentcloud-sdk-go, TC3',
    after: 'tencentcloud-sdk-python, first signature, GET',
    head: [
      'POST / HTTP/1.1',
      'Host: vpc.tencentcloudapi.com',
      'Content-Type: application/json',
      'Authorization: TC3-HMAC-SHA256 Credential=AKIDrecordedrecordedrecordedrecorded/2026-11-27/vpc/tc3_request, SignedHeaders=content-type;host, Signature=3dc6346aed4ba552bde49ec380d8cfa70dafff802375314a8d773cc3133fc7ff',
      'X-TC-Action: DescribeVpcs',
      'X-TC-Version: 2017-03-12',
      'X-TC-Timestamp: 1795800000',
      'X-TC-Region: ap-guangzhou',
      'X-TC-RequestClient: SDK_GO_1.0.1030',
      'User-Agent: Go-http-client/1.1',
      'X-TC-Language: en-US',
      'Content-Length: 75',
    ],
    body: '{"Filters":[{"Name":"vpc-name","Values":["py"]}],"Limit":"20","Offset":"0"}',
    answer: '"TotalCount":1',
  },
  {
    client: 'tencentcloud-sdk-java, TC3',
    head: [
      'POST / HTTP/1.1',
      'Host: vpc.tencentcloudapi.com',
      'Content-Type: application/json; charset=utf-8',
      'Authorization: TC3-HMAC-SHA256 Credential=AKIDrecordedrecordedrecordedrecorded/2026-11-27/vpc/tc3_request, SignedHeaders=content-type;host, Signature=348ee6361faf8633d104ec31d4cdb330abed3d577dc87f2ea1a098e7cd24eb8e',
      'X-TC-Action: DescribeVpcs',
      'X-TC-Version: 2017-03-12',
      'X-TC-Timestamp: 1795800000',
      'X-TC-Region: ap-guangzhou',
      'X-TC-RequestClient: SDK_JAVA_3.1.1100',
      'Connection: Keep-Alive',
      'User-Agent: okhttp/3.12.13',
      'Content-Length: 66',
    ],
    body: '{"VpcIds":[],"Filters":[{"Name":"is-default","Values":["false"]}]}',
    answer: '"TotalCount":',
  },
  {
    client: 'a client that sends null for no parameters, TC3',
    head: [
      'POST / HTTP/1.1',
      'Host: vpc.tencentcloudapi.com',
      'Content-Type: application/json',
      'Authorization: TC3-HMAC-SHA256 Credential=AKIDrecordedrecordedrecordedrecorded/2026-11-27/vpc/tc3_request, SignedHeaders=content-type;host, Signature=4ea14c95c0bfa19e589922833d2f69890bb16f3447e58621fc3dd728979e307d',
      'X-TC-Action: DescribeVpcs',
      'X-TC-Version: 2017-03-12',
      'X-TC-Timestamp: 1795800000',
      'X-TC-Region: ap-guangzhou',
      'Content-Length: 4',
    ],
    body: 'null',
    answer: '"TotalCount":',
  },
  {
    client: 'the same through a proxy',
    head: [
      'POST http://vpc.tencentcloudapi.com/ HTTP/1.1',
      'Host: vpc.tencentcloudapi.com',
      'Content-Type: application/json; charset=utf-8',
      'Authorization: TC3-HMAC-SHA256 Credential=AKIDrecordedrecordedrecordedrecorded/2026-11-27/vpc/tc3_request, SignedHeaders=content-type;host, Signature=348ee6361faf8633d104ec31d4cdb330abed3d577dc87f2ea1a098e7cd24eb8e',
      'X-TC-Action: DescribeVpcs',
      'X-TC-Version: 2017-03-12',
      'X-TC-Timestamp: 1795800000',
      'X-TC-Region: ap-guangzhou',
      'X-TC-RequestClient: SDK_JAVA_3.1.1100',
      'Connection: Keep-Alive',
      'User-Agent: okhttp/3.12.13',
      'Content-Length: 66',
    ],
    body: '{"VpcIds":[],"Filters":[{"Name":"is-default","Values":["false"]}]}',
    answer: '"TotalCount":',
  },
];
