// Which item carries which row of the digest: every process, branch, message, validation constant, catalogue row, question
// and outdated row of its sections b, c, d, f, g and m. Written from the digest, not from the pack: a row that nobody
// carries any more is a fault, and stops the build.

import { BARRIER_CODES } from '../lib/domain/catalogue/barriers.ts';
import { DATA_FLAG_CODES } from '../lib/domain/catalogue/data-flags.ts';
import type { Pack } from '../lib/domain/content.ts';

export interface Row {
	/** Section and row of the digest. */
	readonly row: string;
	readonly says: string;
	/** `guide`, `guide/step`, `guide/step/branch` or `article`. */
	readonly place: string;
	/** Words that must stand there, letter by letter. */
	readonly words?: readonly string[];
}

/** `what the digest says | where it is carried | words that must stand there; …`, under the row's name. */
const PROCESSES = `
# P0
chip card, valid or not | P0-readiness/card/valid
card expired | P0-readiness/card/expired
card lost | P0-readiness/card/lost
only CMND | P0-readiness/card/old | CMND
no card | P0-readiness/card/none
no papers | P0-readiness/card/nothing | DF-08; B5.3
card and account together | P0-readiness/no-card | B5.1; DF-09; wardPolice
smartphone | P0-readiness/phone/keys | B2.1
phone tied to another | P0-readiness/phone/shared | B2.8
operating system too old | P0-readiness/system/old | B2.2
storage | P0-readiness/storage/full | B2.7
internet | P0-readiness/network/offline | B2.6
camera | P0-readiness/camera/blurred | B2.3
NFC | P0-readiness/nfc/no-nfc | B2.5
own-name SIM | P0-readiness/sim/other | B3.2
no number of one's own | P0-readiness/sim/none | B3.1
number tied to another account | P0-readiness/sim/taken | B3.4
SIM restricted | P0-readiness/sim/restricted | B3.5
age 6 to 13 | P0-readiness/who/six | B5.4
age under 6 | P0-readiness/who/under-six | B5.4
dependent | P0-readiness/who/dependent | B5.4
foreigner | P0-readiness/who/foreigner | B5.5
papers to integrate; bank account optional | P0-readiness/papers | bằng lái; BHYT; không bắt buộc
# P1
Android: CH Play | P1-install/play | CH Play; VNeID; Cài đặt
iOS: App Store | P1-install/app-store | App Store; Tìm kiếm; VNeID; Nhận
open | P1-install/open | Mở
never from a link or file | P1-install/from-link
publisher | P1-install/publisher | trung tâm dữ liệu quốc gia về dân cư
# P2
register | P2-app-account/register | Đăng ký
number and phone | P2-app-account/numbers | Số định danh cá nhân; Số điện thoại
QR read | P2-app-account/qr/filled
QR fails, first wording | P2-app-account/qr/failed | Không quét được QRCode; B2.4
QR fails, second wording | P2-app-account/qr/failed-new | Không quét được QR code?; B2.4
manual form | P2-app-account/manual
passed | P2-app-account/send/pass | Đạt
not passed | P2-app-account/send/fail | Không đạt
same mismatch twice | P2-app-account/mismatch | DF-02; B5.2; wardPolice
code screen | P2-app-account/otp | Xác thực mã OTP; Mã sẽ hết hạn trong; 180000
code wrong or expired | P2-app-account/otp/wrong | Gửi lại mã
no message | P2-app-account/otp/none
password rule | P2-app-account/password | Thiết lập mật khẩu; 8 đến 20; !@#$%^&*()_; Xác nhận
sign-in link | P2-app-account/sign-in | Bạn đã có tài khoản? Đăng nhập
# P3
menu | P3-level1/menu | Đăng ký tài khoản định danh điện tử; Đăng ký tài khoản định danh điện tử mức 1 (thực hiện trực tuyến)
state of the file | P3-level1/status | Kiểm tra tình trạng xử lý hồ sơ
start | P3-level1/intro | Đăng ký tài khoản mức 1; Bắt đầu; Tôi đã hiểu
NFC: read the chip | P3-level1/chip/nfc
no NFC: scan the QR | P3-level1/chip/qr
go on, skip the video | P3-level1/shown | Tiếp tục; Bỏ qua
portrait | P3-level1/portrait
e-mail optional, confirm | P3-level1/confirm | Xác nhận thông tin đăng ký; không có thì để trống
sent, wait for the message | P3-level1/sent | l1Submitted
approved | P3-level1/status/approved | l1Approved
not approved | P3-level1/status/refused
message of approval, as an example | P5/notice | Cuc Canh sat QLHC ve TTXH thong bao
# P4
book in the app | P4-level2/book-app | Đặt lịch đăng ký tài khoản định danh điện tử mức 2 (thực hiện trực tiếp tại cơ quan Công an); l2Booked
bring | P4-level2/papers | còn hạn; chính chủ
no card: both at once | P4-level2/card/none | B5.1
any commune police | P4-level2/who | không cần đúng nơi thường trú
desk hours of the ward | P4-level2/when | {policePlace}; {deskHours}
officer checks, form is signed | P4-level2/done-already | TK01; khuôn mặt; vân tay
no copies, free | P4-level2/done-already | Không lưu bản sao; không thu phí
wait for the message | P4-level2/submitted | 7 ngày
under 14 | P4-level2/who/child | B5.4
foreigner | P4-level2/who/foreigner | B5.5
mobile session | P4-level2/when/session
time limit | P4-level2/submitted | 1–7 ngày làm việc
# P5
wait for the message | P5/notice
7 days in time | P5/notice/in-time
7 days are over | P5/notice/overdue
intro screen | P5/open/intro | Kích hoạt tài khoản định danh điện tử
sign-in screen | P5/open/login | Kích hoạt
request | P5/request | Gửi yêu cầu
R1 | P5/request/R1 | Tài khoản của bạn chưa được định danh điện tử
R2 | P5/request/R2 | Tài khoản của bạn đã thực hiện kích hoạt
R3 | P5/request/R3
D1 | P5/device/D1
D2 | P5/device/D2 | B2.8
D2, own phone | P5/device-taken/own
D2, the other signs out | P5/device-taken/sign-out
code | P5/otp | 180000
password only without an account | P5/password | 8 đến 20
passcode | P5/passcode | 6 chữ số
two security questions | P5/questions | hai câu
sign in once | P5/login/in | l2LoggedIn
later than 7 days | P5/overdue | 1900.0368; B4.3
without a smartphone | web-activation/open | Kích hoạt tài khoản
# P6
step 1 | P6-portal-account-2022/b1 | Đăng ký
step 2 | P6-portal-account-2022/b2 | Công dân; Doanh nghiệp; Thuê bao di động
social insurance | P6-portal-account-2022/b2/insurance | Bảo hiểm xã hội
signature on USB | P6-portal-account-2022/b2/usb | USB ký số
signature on SIM | P6-portal-account-2022/b2/signing-sim | SIM ký số
step 3 | P6-portal-account-2022/b3 | Nhập mã xác thực
data differ from the carrier's | P6-portal-account-2022/b3/mismatch
step 4 | P6-portal-account-2022/b4 | Xác thực mã OTP; Xác nhận; Gửi lại OTP
step 5 | P6-portal-account-2022/b5 | 8 ký tự
P6': open the portal | P6-portal-sign-in/open | https://dichvucong.gov.vn; Đăng nhập
P6': account of the ministry | P6-portal-sign-in/choose | Bộ Công an cấp
P6': number and password | P6-portal-sign-in/choose/number
P6': QR | P6-portal-sign-in/choose/qr
# P7
form | P7-police-portal-account-2022/form | Là tài khoản doanh nghiệp; Đăng ký; Làm mới
e-mail | P7-police-portal-account-2022/confirm
tab person | P7-police-portal-account-2022/which/person | Tài khoản cá nhân, tổ chức
tab lodging | P7-police-portal-account-2022/which/lodging | Tài khoản Cơ sở cho thuê lưu trú
national portal | P7-police-portal-account-2022/which/national | Đăng nhập Cổng DVC Quốc gia
forgotten; cache | P7-police-portal-account-2022/sign-in | Quên mật khẩu?; bộ nhớ đệm
# P8
find | P9-permanent-residence/find | Nộp hồ sơ trực tuyến; Lĩnh vực TTHC; Đăng ký, Quản lý cư trú; Tìm kiếm
office and case | P9-permanent-residence/office | Nộp hồ sơ; Trường hợp
person | P9-permanent-residence/person
files | P9-permanent-residence/files | Thành phần hồ sơ; Scan file; Chọn tập tin; Đồng ý và Tiếp tục; 5 MB
review | P9-permanent-residence/review | Nhận qua cổng thông tin; Mã xác nhận; Tôi xin chịu trách nhiệm trước pháp luật về lời khai trên
number | P9-permanent-residence/number | G01.306.000.000-220308-0017; Tra cứu hồ sơ
eleven procedures | residence-procedures | Đăng ký thường trú; Đăng ký tạm trú; Gia hạn tạm trú; Khai báo tạm vắng; Thông báo lưu trú; Tách hộ; Xác nhận thông tin về cư trú; Xóa đăng ký thường trú; Xóa đăng ký tạm trú; Điều chỉnh thông tin về cư trú; Khai báo thông tin về cư trú
CT04 | P8-answer/which/ct04 | CT04
CT05 | P8-answer/which/ct05 | CT05
CT06 | P8-answer/which/ct06 | CT06
splitting a household | split-household/find | Tách hộ
confirmation of residence | residence-confirmation/find | Xác nhận thông tin về cư trú
# P9
own dwelling | P9-permanent-residence/case/own
family | P9-permanent-residence/case/family
rent | P9-permanent-residence/case/rent
religious place | P9-permanent-residence/case/religious
newborn | P9-permanent-residence/case/newborn
block | P9-permanent-residence/block | Nội dung đề nghị; Đăng ký thường trú lập hộ mới; Những thành viên trong hộ gia đình cùng thay đổi
CT01; kept data are not asked again | P9-permanent-residence/files | CT01; không phải nộp lại
7 working days | P9-permanent-residence/sent | 7 ngày làm việc
level 2 needed | P9-permanent-residence/sign-in/no
# P10
tenant | P10-temporary-residence/case/tenant
landlord | P10-temporary-residence/case/landlord
less than 30 days | P10-temporary-residence/case/short
extension | P10-temporary-residence/case/extend
dates | P10-temporary-residence/block | Tạm trú từ ngày; Tạm trú đến ngày; Đăng ký lập hộ mới; người khai thông tin là người đăng ký tạm trú; không được trước
3 working days | P10-temporary-residence/sent | 3 ngày làm việc
# P11
in the country | P11-temporary-absence/case/inside
abroad | P11-temporary-absence/case/abroad
block | P11-temporary-absence/block | Địa chỉ cư trú; Nơi đến; Quốc gia; Lý do; tạm vắng
# P12
family | P12-stay-notice/case/family
lodging | P12-stay-notice/case/owner
in VNeID | P12-stay-notice/open | Thủ tục hành chính; Thông báo lưu trú; Tạo mới yêu cầu
block A | P12-stay-notice/place | THÔNG TIN CƠ SỞ LƯU TRÚ
block B | P12-stay-notice/guest | Người khai báo là người lưu trú
before 23:00, before 8:00 | P12-stay-notice/done | 23 giờ; 8 giờ; toConfirm
# P13
new seal | P13-seals/which/new | Đăng ký mẫu con dấu mới
again | P13-seals/which/again | Đăng ký lại mẫu con dấu
embossed, small, wax | P13-seals/which/special | Đăng ký dấu nổi, dấu thu nhỏ, dấu xi
one more | P13-seals/which/more | Đăng ký thêm con dấu
certificate | P13-seals/which/certificate | Đổi, cấp lại GCN đăng ký mẫu con dấu
receiving office | P13-seals/office
basic information | P13-seals/basics | khắc dấu
result | P13-seals/result | Trực tiếp; Qua dịch vụ bưu chính công ích; Đồng ý và tiếp tục
secret documents | P13-seals/secret/yes
old seal handed back | P13-seals/give-back | hủy dấu
# P14
card | P14-health-insurance/card
VNeID | P14-health-insurance/app
found | P14-health-insurance/card/found
not found | P14-health-insurance/report | DF-14; socialInsurance
three cases of paper cards | P14-health-insurance/paper | VssID; VNeID; thẻ gắn chip
# P15
lost phone | P15-lock/what/lost | deviceLost
lock on the page | P15-lock/page | https://vneid.gov.vn; Yêu cầu khóa tài khoản
lock by hotline | P15-lock/call | 1900.0368
lock at the police | P15-lock/how/police
unlock | P15-lock/unlock-police | 2 ngày làm việc
new phone, old one at hand | P15-new-phone/code-old
new phone, NFC | P15-new-phone/read-chip | Xác thực NFC với thẻ CCCD gắn chip
no NFC: borrow | P15-new-phone/sign-in-nfc/no-nfc | B2.5
borrowed phone unlinked | P15-new-phone/unlink | Cá nhân; Quản lý thiết bị; Hủy liên kết; check
one device at a time | faq-c9
forgotten password | P15-forgot-password/identity | Nhập thông tin xác thực; ngày sinh; ngày cấp thẻ
forgotten password, start | P15-forgot-password/start | Quên mật khẩu
forgotten passcode | P15-forgot-passcode/open | Quên passcode
new passcode | P15-forgot-passcode/passcode | 6 chữ số
biometric sign-in | faq-c10 | passcode
number, still signed in | P15-change-number/signed-in/yes
number, not signed in | P15-change-number/signed-in/no
number, in the app | P15-change-number/in-app | Đổi số điện thoại trực tuyến
validity as the card | faq-c17
consent of third parties | faq-c13 | cho phép
data on the phone | faq-c11 | không lưu trên máy
permissions | faq-c21
# P16
call in progress | P16-scam/what/on-call
clicked | P16-scam/what/clicked
installed | P16-scam/what/installed
told a code or paid | P16-scam/what/told
do not follow | P16-scam/hang-up | Công an không gọi điện
report | P16-scam/calm | 1900.0368
already harmed | P16-scam/police | wardPolice; 1900.0368
# P17
page of the ministry | P17-official-manual/open | https://vneid.gov.vn
# more
SIM verification 2026 | sim-verification/state | 15/04/2026; 15/06/2026
who need not repeat it | sim-verification/same/yes
social-benefit account, explained only | social-benefit-account/where | An sinh xã hội; Tài khoản hưởng an sinh xã hội
child under 6 | child-under-6/open | Cấp thẻ căn cước cho người dưới 14 tuổi
child 6 to 13 | child-6-13/book | wardPolice
child without a birth certificate | child-under-6/birth/no | DF-16
representative first | child-6-13/guardian-first | notEligible
guardianship | guardianship/book
foreigners | foreigners/office | immigration; DF-15
after the merger | after-merger/exchange | Cấp đổi thẻ căn cước; do sắp xếp/điều chỉnh đơn vị hành chính
after the merger, a caller | after-merger/why/called
residence shown in VNeID | residence-confirmation/show | Ví giấy tờ; Căn cước điện tử; Thông tin cư trú
`;

/** Digest b, P-V: the value that the pack must say. */
const CONSTANTS: readonly (readonly [says: string, words: string])[] = [
	['ID number', '12 chữ số'],
	['VNeID password', '8–20 ký tự'],
	['special characters', '!@#$%^&*()_'],
	['password is changed', 'sáu tháng'],
	['passwords of the old portals', 'không dùng nữa'],
	['code', '3 phút'],
	['passcode', '6 chữ số'],
	['security questions', '2 câu'],
	['e-mail', 'Không bắt buộc'],
	['attachment', '5 MB'],
	['age', '14 tuổi'],
	['card', 'còn hạn'],
	['SIM', 'chưa gắn tài khoản khác'],
	['operating system', 'Android 5, iOS 9'],
	['NFC', 'bắt buộc'],
	['devices', 'một máy'],
	['activation', '7 ngày'],
	['fee', 'Không mất phí'],
	['validity', 'thời hạn của thẻ'],
	['dates of temporary residence', 'không trước ngày bắt đầu']
];

const SERVICE_CODES = [
	...['cmnd-number-confirm', 'id-card-renew', 'perm-residence', 'temp-residence', 'temp-absence', 'stay-notice'],
	...['motorbike-reg', 'traffic-fine-camera', 'birth-reg', 'death-reg', 'marriage-reg', 'passport', 'seal-new'],
	...['seal-special', 'bundle-birth', 'bundle-death', 'bhyt-family-discount', 'tax-reg', 'land-change'],
	...['driving-licence', 'exam-admission', 'criminal-record', 'unemployment', 'power-new', 'power-contract-owner']
];

const count = (most: number) => Array.from({ length: most }, (_, at) => at + 1);

function* readProcesses(): Generator<Row> {
	let process = '';
	for (const line of PROCESSES.trim().split('\n')) {
		if (line.startsWith('#')) {
			process = line.slice(2);
			continue;
		}
		const [says = '', place = '', words] = line.split('|').map((part) => part.trim());
		yield { row: `b ${process}`, says, place, ...(words ? { words: words.split('; ') } : {}) };
	}
}

/** Every row that some item must carry. */
export const ROWS: readonly Row[] = [
	...readProcesses(),
	...CONSTANTS.map(([says, words]) => ({ row: 'b P-V', says, place: 'validation-rules', words: [words] })),
	...SERVICE_CODES.map((code, at) => ({
		row: `c.1 ${at + 1}`,
		says: code,
		place: `service-${code}`,
		words: [`"number":${at + 1}`]
	})),
	...['1', '2', '3', '4', 'Toàn trình', 'Một phần'].map((level) => ({
		row: 'c.2',
		says: level,
		place: 'service-levels',
		words: [level]
	})),
	...count(16).map((at) => ({
		row: `c.3 U${at}`,
		says: at < 10 ? 'level 1' : 'level 2',
		place: `utility-u${at}`,
		words: [`"level":${at < 10 ? 1 : 2}`]
	})),
	...count(11).map((at) => ({
		row: `c.4 V${at}`,
		says: 'video',
		place: `video-${at}`,
		words: at === 5 ? ['"shelf":"obsolete"'] : ['"shelf":"wanted"']
	})),
	...count(22).map((at) => ({ row: `d C${at}`, says: 'question', place: `faq-c${at}` })),
	...BARRIER_CODES.map((code) => ({
		row: `f ${code}`,
		says: 'barrier',
		place: `barrier-${code.toLowerCase()}`,
		words: [`"code":"${code}"`]
	})),
	...DATA_FLAG_CODES.map((code) => ({
		row: `g ${code}`,
		says: 'data flag',
		place: `flag-${code.toLowerCase()}`,
		words: [`"code":"${code}"`]
	})),
	...count(48).map((at) => ({ row: `m ${at}`, says: 'outdated', place: `outdated-${at}`, words: [`"row":${at},`] }))
];

/** The text of what stands at a place, or null where there is nothing. */
function readPlace(pack: Pack, place: string): string | null {
	const [id, stepId, branchId] = place.split('/');
	const guide = pack.guides.find((row) => row.id === id);
	if (!guide) {
		const article = stepId === undefined ? pack.articles.find((row) => row.id === id) : undefined;
		return article ? JSON.stringify(article) : null;
	}
	if (stepId === undefined) return JSON.stringify(guide);
	const step = guide.steps.find((row) => row.id === stepId);
	if (branchId === undefined) return step ? JSON.stringify(step) : null;
	const branch = step?.branches?.find((row) => row.id === branchId);
	return branch ? JSON.stringify(branch) : null;
}

/** Rows of the digest that the pack does not carry, or not in these words. */
export function findUncovered(pack: Pack, rows: readonly Row[] = ROWS): Row[] {
	return rows.filter(({ place, words }) => {
		const text = readPlace(pack, place);
		return text === null || (words ?? []).some((word) => !text.includes(word));
	});
}

/** The table of coverage as a document. */
export function printCoverage(pack: Pack): string {
	const lines = ROWS.map(({ row, says, place, words }) => {
		const isCarried = findUncovered(pack, [{ row, says, place, ...(words ? { words } : {}) }]).length === 0;
		return `| ${row} | ${says} | ${isCarried ? `\`${place}\`` : 'NOBODY'} |`;
	});
	return [
		'# What the content carries',
		'',
		'Made by `npx vitest run src/content/coverage.test.ts -u` from `src/content/coverage.ts`; never edited by hand. Rows are those of the domain digest: b processes with branches, messages and constants, c catalogues, d questions, f barriers, g data flags, m what is outdated.',
		'',
		`${ROWS.length} rows, ${findUncovered(pack).length} of them carried by nobody.`,
		'',
		'| row | says | carried by |',
		'|---|---|---|',
		...lines,
		''
	].join('\n');
}
