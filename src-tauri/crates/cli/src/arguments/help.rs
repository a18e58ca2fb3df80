//! The help text.

/// The help text.
pub const HELP: &str = "\
gongkai-cli：政府信息公开年报的命令行

用法：gongkai-cli [--data 文件夹] 命令

  demo                                在空文件夹里建立示例单位
  add 台账 --json 文件|-              添加一条或一组记录，打印新编号
  list 台账 [--year 年] [--json]      列出记录
  figures --year 年 [--json]          全部数据项：编号、名称、数值、怎样统计
  cell --year 年 格=数…  [--reason 理由]  人工填写表格，如 t2.permit=12；「格=」改回统计
  check --year 年 [--json]            校验：有没写情况说明的错误时退出码为 3
  check --text 文件 [--format 2008|2019|2021] [--year 年] [--json]
                                      校验任何一份年报的文字（UTF-8 文本）
  waive --year 年 --key 标识 --note 说明  给一条校验结果写情况说明
  report show --year 年 [--version 版] [--json]    年度报告的文字和数据
  report pdf --year 年 [--version 版] [--edition filing|public] --out 文件
                                      年度报告 PDF；filing 报送稿，public 公开稿
  report docx --year 年 [--version 版] [--edition filing|public] --out 文件   Word 文件
  report html --year 年 [--version 版] --out 文件   公开稿网页
  report xlsx --year 年 [--version 版] --out 文件   法定表格
  ledger xlsx 台账 --year 年 [--personal] --out 文件   一个台账；不写 --personal 就不含个人信息
  letter list 申请编号 [--json]       一件申请的文书，和可以起草的文书
  letter pdf 申请编号 文书 [项=内容…] [--on 日期] --out 文件
                                      起草一份文书；不编号，不保存，办理过程不变
  letter pdf … --issue [--number 文号]  发出：编号、定稿、登记办理步骤，和窗口里点「发出」一样
  letter docx …                       同上，写成 Word 文件
  letter file 文书编号 --out 文件     已发出的文书再存一份，.pdf 或者 .docx
  report lock --year 年               锁定归档
  report reopen --year 年 --reason 理由   更正：另开一版
  report versions --year 年 [--json]  各版的归档时间和校验码
  deadline --received 日期 --days 工作日数 [--json]
                                      期限是哪一天，逐日说明；给了 --data 时用那里的节假日安排

台账：disclosure 主动公开信息、application 依申请公开申请、inquiry 咨询、complaint 投诉举报、
      dispute 行政复议和行政诉讼、hotline 热线办件、activity 会议培训督查宣传解读、post 机构人员、
      measure 制度与考核、fee 收费及减免、normative 行政规范性文件

选项：
  --data 文件夹   数据文件夹（默认：本用户的数据文件夹）
  --json          输出 JSON
  --help          这份说明
  --version       版本

环境变量 SOURCE_DATE_EPOCH（秒）代替时钟，让同样的记录每次都写出同样的文件。
出错时把「代码: 说明」写到标准错误，退出码为 1；用法不对，退出码为 2；
校验查出错误，退出码为 3。
";
