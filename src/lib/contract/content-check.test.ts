import { describe, expect, it } from 'vitest';
import { readPack } from '../../content/packs.ts';
import { parseDay, type Day } from '../domain/day.ts';
import { checkPack } from './content-check.ts';
import { FAULTS, type FaultKind } from './content-fault.ts';

const P5 = 'guides/P5';

interface Plant {
	readonly kind: FaultKind;
	readonly place: string;
	readonly change: (pack: any) => void;
	readonly found?: string;
}

const p5Of = (pack: any) => pack.guides.find((guide: { id: string }) => guide.id === 'P5');
/** The pack with one guide in it; the others are named, so that links to them hold. */
function smallPack(): any {
	const { guides, articles, ...head } = readPack('vi');
	const others = [...guides, ...articles].map((item) => item.id).filter((id) => id !== 'P5');
	return {
		...head,
		articles: [],
		guides: structuredClone(guides.filter((guide) => guide.id === 'P5')),
		plannedGuides: others
	};
}

const stepOf = (pack: any, id: string) => p5Of(pack).steps.find((step: { id: string }) => step.id === id);
const say = (words: string) => (pack: any) => (stepOf(pack, 'open').say = words);
const SAID = `${P5}/open/say`;

const article = {
	id: 'fees',
	title: 'Lệ phí',
	kind: 'handbook',
	sources: [{ tag: 'law', place: 'QĐ 5230', confidence: 'C' }],
	checkedOn: '2026-11-20',
	validFrom: '2026-08-18',
	status: 'current',
	body: []
};

/** One planted fault for each rule, and several for those that guard words. */
const PLANTS: readonly Plant[] = [
	{ kind: 'lostStep', place: P5, change: (pack) => (stepOf(pack, 'open').branches[0].to = 'nowhere') },
	{ kind: 'deadEnd', place: `${P5}/done`, change: (pack) => delete stepOf(pack, 'done').stop },
	{
		kind: 'unreachable',
		place: `${P5}/island`,
		change: (pack) => p5Of(pack).steps.push({ ...stepOf(pack, 'done'), id: 'island' })
	},
	{ kind: 'endless', place: `${P5}/request`, change: (pack) => delete stepOf(pack, 'request').limit },
	{ kind: 'endless', place: `${P5}/otp`, change: (pack) => delete stepOf(pack, 'otp').limit },
	{ kind: 'noSources', place: P5, change: (pack) => (p5Of(pack).sources = []) },
	{ kind: 'noSuccessor', place: P5, change: (pack) => (p5Of(pack).validTo = '2026-11-19') },
	{ kind: 'noSuccessor', place: P5, change: (pack) => (p5Of(pack).status = 'historical') },
	{ kind: 'noSuccessor', place: `${P5}/otp`, change: (pack) => (stepOf(pack, 'otp').validTo = '2026-01-01') },
	{
		kind: 'noSuccessor',
		place: 'articles/fees/body/0',
		change: (pack) =>
			pack.articles.push({ ...article, body: [{ kind: 'text', text: 'Miễn phí', validTo: '2026-01-01' }] })
	},
	{ kind: 'brokenLink', place: `${P5}/install`, change: (pack) => (stepOf(pack, 'install').links[0].to = 'P99') },
	{
		kind: 'brokenLink',
		place: `${P5}/install`,
		change: (pack) => delete pack.plannedGuides
	},
	{ kind: 'brokenLink', place: P5, change: (pack) => (p5Of(pack).successor = 'P99') },
	{ kind: 'brokenLink', place: `${P5}/otp`, change: (pack) => (stepOf(pack, 'otp').terms = ['otp-word']) },
	{ kind: 'doubledId', place: P5, change: (pack) => pack.articles.push({ ...article, id: 'P5' }) },
	...[
		'https://vneid.com.vn',
		'vneid.gov.vn.xyz',
		'dichvucong.bocongan.gov.vn',
		'http://dichvucong.gov.vn',
		'https://192.168.1.1/apk',
		'tai-vneid.top'
	].map((address): Plant => ({ kind: 'forbiddenDomain', place: SAID, change: say(`Mở ${address} để tải`) })),
	...['VNEID', 'VNNeID', 'VNENID', 'VNelD', 'VNedID', 'VneID', 'VN eID', 'dichvucung', 'cản cước', 'Mật trấn'].map(
		(word): Plant => ({ kind: 'misspelling', place: SAID, change: say(`Mở ${word} lên`), found: word })
	),
	...[
		...[
			'tự xung',
			'dung thông tin',
			'chi áp dụng',
			'TTTC mới',
			'giao các dịch',
			'Công thông tin',
			'chống lọt',
			'Danh giá'
		],
		...[
			'số ĐKCN',
			'CMTND',
			'Đơn tính',
			'ban, bùn',
			'thuế, mượn',
			'58/2021/TT-BCA',
			'34/QĐ-TTg',
			'063265996',
			'dù điều kiện'
		],
		...['con dưới 14 tuổi hoặc người giám hộ', 'đăng kí', 'dấu nỗi', 'Công dịch vụ công', 'chỉ đạo đạo']
	].map((word): Plant => ({ kind: 'misspelling', place: SAID, change: say(`Xem ${word} rồi làm`), found: word })),
	{
		kind: 'misspelling',
		place: `${P5}/sources/0/place`,
		change: (pack) => (p5Of(pack).sources[0].place = 'trang VNEID')
	},
	...['0999 000 001', '0999000001', '+84 999 000 001', '1900 0134', '18001096', '1900 0368', '000185000101'].map(
		(number): Plant => ({ kind: 'forbiddenNumber', place: SAID, change: say(`Gọi ${number} để hỏi`), found: number })
	),
	{
		kind: 'notWardConfirmed',
		place: `${P5}/overdue/say`,
		change: (pack) => delete stepOf(pack, 'overdue').wardConfirms
	},
	{
		kind: 'unknownLabel',
		place: `${P5}/request/labels`,
		change: (pack) => (stepOf(pack, 'request').labels[0].text = 'Gởi yêu cầu')
	},
	{
		kind: 'unknownLabel',
		place: `${P5}/request/R1`,
		change: (pack) =>
			(stepOf(pack, 'request').branches[0].screen.text = 'tài khoản của bạn chưa được định danh điện tử')
	},
	{ kind: 'unknownLabel', place: SAID, change: say('Bấm “Kích hoạt ngay”') },
	{ kind: 'unknownLabel', place: SAID, change: say('Bấm “Thuê bao di động”'), found: 'Thuê bao di động' },
	{
		kind: 'unknownLabel',
		place: 'articles/fees/body/0',
		change: (pack) => pack.articles.push({ ...article, body: [{ kind: 'label', label: { text: 'Nộp tiền' } }] })
	},
	{ kind: 'notMarked', place: `${P5}/open`, change: (pack) => delete stepOf(pack, 'open').status },
	{ kind: 'notMarked', place: P5, change: (pack) => (p5Of(pack).sources[0].confidence = 'S') },
	...['quận', 'Huyện', 'district'].map((word): Plant => ({
		kind: 'abolishedUnit',
		place: SAID,
		change: say(`Ra Công an ${word} hỏi`),
		found: word
	})),
	{ kind: 'noResidentText', place: `${P5}/otp`, change: (pack) => delete stepOf(pack, 'otp').residentText },
	{ kind: 'badDayQuestion', place: `${P5}/notice`, change: (pack) => delete stepOf(pack, 'notice').branches[1].day },
	{ kind: 'badDayQuestion', place: `${P5}/open`, change: (pack) => (stepOf(pack, 'open').branches[0].day = 'inTime') },
	{ kind: 'unknownFact', place: SAID, change: say('Ra {policeHouse} hỏi') },
	{ kind: 'noTopic', place: P5, change: (pack) => delete p5Of(pack).topic },
	{
		kind: 'unknownKind',
		place: 'articles/fees',
		change: (pack) => pack.articles.push({ ...article, kind: 'novel' }),
		found: 'novel'
	},
	...[{}, { services: 'birth-reg' }].map((facts): Plant => ({
		kind: 'badFacts',
		place: 'articles/fees',
		change: (pack) => pack.articles.push({ ...article, kind: 'need', facts }),
		found: 'services'
	})),
	{
		kind: 'tooLong',
		place: 'articles/fees',
		change: (pack) =>
			pack.articles.push({ ...article, kind: 'pitch', body: [{ kind: 'text', text: 'lời '.repeat(61).trim() }] }),
		found: '61'
	},
	{ kind: 'asksForInput', place: `${P5}/otp`, change: (pack) => (stepOf(pack, 'otp').input = 'text') },
	{ kind: 'secretInOtherHands', place: `${P5}/otp`, change: (pack) => (stepOf(pack, 'otp').who = 'volunteer') },
	...['Nhập mật khẩu giúp bác.', 'Bác đọc mã OTP để ghi lại.', 'Hỏi bác rồi ghi passcode ra giấy.'].map(
		(words): Plant => ({
			kind: 'secretInOtherHands',
			place: `${P5}/done`,
			change: (pack) => (stepOf(pack, 'done').say = words)
		})
	)
];

describe('the checker of content', () => {
	it.each(PLANTS.map((plant) => [plant.kind, plant.place, plant] as const))('finds %s at %s', (kind, place, plant) => {
		const pack: any = smallPack();
		plant.change(pack);
		const faults = checkPack(pack);
		expect(faults).toContainEqual(
			expect.objectContaining({ kind, place, ...(plant.found ? { found: plant.found } : {}) })
		);
	});

	it('has a planted fault for every rule', () => {
		expect(new Set(PLANTS.map((plant) => plant.kind))).toEqual(new Set(Object.keys(FAULTS)));
	});

	it.each([
		'Mở https://vneid.gov.vn hoặc https://dichvucong.gov.vn.',
		'Từ ngày 20/11/2026, lệ phí 1.900.000 đồng, giảm 50 %, 8–20 ký tự.',
		'Ra {policePlace} giờ {deskHours}.',
		'Dùng VssID hoặc VNeID; TP.HCM, NĐ 69/2024/NĐ-CP.',
		'Bấm “Kích hoạt”, xem nội dung thông tin.',
		'Phòng chống lộ, lọt dữ liệu; thuê, mượn; QĐ 34/2021/QĐ-TTg; con dưới 14 tuổi, người được giám hộ; Cổng thông tin.'
	])('lets through: %s', (words) => {
		const pack: any = smallPack();
		say(words)(pack);
		expect(checkPack(pack)).toEqual([]);
	});

	it('lets a historical item quote a dead screen and the old units', () => {
		const pack: any = smallPack();
		pack.articles.push({
			...article,
			status: 'historical',
			validTo: '2024-06-30',
			successor: 'P5',
			body: [
				{ kind: 'label', label: { text: 'Thuê bao di động' } },
				{ kind: 'text', text: 'Chọn huyện rồi bấm “Làm mới”.' }
			]
		});
		expect(checkPack(pack)).toEqual([]);
	});

	it('judges dates as of a day', () => {
		const pack: any = smallPack();
		p5Of(pack).validTo = '2027-02-28';
		expect(checkPack(pack)).toEqual([]);
		const later: Day = parseDay('2027-03-01')!;
		expect(checkPack(pack, later).map((fault) => fault.kind)).toEqual(['noSuccessor']);
	});
});
