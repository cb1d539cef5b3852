// What waits for a human at the desk beside visits: two values, entries kept aside, incidents; and who works where.

import type { DecisionChoice } from '../../../domain/decision.ts';
import type { AsideState, IncidentKind } from '../../../domain/desk-case.ts';
import type { TwinReason } from '../../../domain/twin.ts';

const settledAs: Record<DecisionChoice, string> = {
	kept: 'Giữ bản đang có',
	other: 'Chọn bản kia',
	typed: 'Ghi lại cho đúng',
	replayed: 'Đã nhận',
	corrected: 'Đã sửa rồi nhận',
	dismissed: 'Không dùng'
};

const asideStates: Record<AsideState, string> = {
	open: 'Chờ phường xem',
	held: 'Chờ bản ghi khác về',
	settled: 'Đã xử lý'
};

const incidentKinds: Record<IncidentKind, string> = {
	timeTravel: 'Máy chủ lùi về bản cũ',
	restore: 'Khôi phục từ bản sao',
	unsent: 'Có thể mất bản ghi chưa gửi',
	revoked: 'Thu hồi máy'
};

export const cases = {
	tabs: {
		label: 'Các loại việc cần xử lý',
		conflicts: 'Hai người ghi khác nhau',
		asides: 'Bản ghi giữ lại',
		incidents: 'Sự cố',
		twins: 'Trùng hồ sơ'
	},
	filters: 'Lọc danh sách',
	state: 'Trạng thái',
	area: 'Khu phố',
	all: 'Tất cả',
	apply: 'Lọc',
	clear: 'Bỏ lọc',
	count: (count: string) => `${count} mục`,
	more: 'Xem tiếp',
	first: 'Về đầu danh sách',
	next: 'Mục sau',
	writtenAt: 'ghi lúc',
	receivedAt: 'phường nhận lúc',
	unknownTime: 'không rõ lúc',
	settledAs,
	settledBy: (choice: string, name: string, when: string) => `${choice} · ${name} · ${when}`,
	history: 'Lịch sử',
	openDoor: 'Mở nhà này',
	twin: {
		title: 'Trùng hồ sơ',
		lead: 'Hai hồ sơ có thể là một người. Phần mềm không tự gộp: phường xem, chọn hồ sơ được giữ, và có thể hoàn tác.',
		empty: 'Không có hai hồ sơ nào trùng số định danh, hoặc trùng họ tên và ngày sinh.',
		/** `shown`: how many of them are below, where not all are. */
		count: (total: string, shown: number | null) =>
			shown === null ? `${total} cặp` : `${total} cặp, dưới đây là ${shown} cặp đầu.`,
		why: { number: 'Cùng số định danh', name: 'Cùng họ tên và ngày sinh' } as Record<TwinReason, string>,
		keep: 'Giữ hồ sơ này',
		suggested: 'nên giữ',
		visits: 'Số lượt thăm',
		plan: (name: string, visits: number) =>
			`Gộp: giữ hồ sơ ${name} đã chọn; mục còn trống được điền từ hồ sơ kia; ${visits} lượt thăm của hồ sơ kia chuyển sang. Hồ sơ kia rời khỏi danh sách và máy của tình nguyện viên, phường vẫn lưu.`,
		merge: 'Gộp làm một',
		apart: 'Là hai người khác nhau',
		said: {
			merged: 'Đã gộp. Máy của tình nguyện viên sẽ thấy khi có mạng.',
			apart: 'Đã ghi là hai người khác nhau.',
			undone: 'Đã hoàn tác.'
		},
		words: 'Đã xử lý gần đây',
		columns: { what: 'Việc', who: 'Hồ sơ', by: 'Ai, lúc nào', undo: 'Hoàn tác' },
		states: { merged: 'Gộp làm một', apart: 'Hai người khác nhau' },
		undo: 'Hoàn tác',
		undoOf: (one: string, other: string) => `Hoàn tác: ${one}, ${other}`
	},
	conflict: {
		title: 'Hai người ghi khác nhau',
		explain:
			'Phần mềm không tự chọn. Bản đang có vẫn dùng cho đến khi phường chọn; người ghi sẽ thấy phường đã chọn gì.',
		states: { open: 'Chờ phường chọn', settled: 'Đã chọn' },
		columns: { door: 'Nhà', person: 'Người', field: 'Mục', by: 'Người ghi', at: 'Lúc nhận' },
		empty: 'Không có mục nào hai người ghi khác nhau.',
		emptyFiltered: 'Không có mục nào khớp với bộ lọc này.',
		pick: 'Chọn một mục ở danh sách bên trái để xem.',
		kept: 'Bản đang có',
		keptThen: 'Bản đang có lúc đó',
		other: 'Bản khác',
		gone: 'Bản ghi này đã bị xóa.',
		wrote: 'Trong lúc đó có người ghi:',
		keep: 'Giữ bản này',
		take: 'Chọn bản này',
		keepGone: 'Vẫn xóa',
		bringBack: 'Lấy lại, với nội dung này',
		type: 'Ghi lại cho đúng',
		typed: 'Nội dung đúng',
		typedNumber: 'Số định danh đúng (12 chữ số)',
		typeHint: 'Chỉ ghi khi đã hỏi lại hoặc đối chiếu giấy tờ.',
		send: 'Lưu nội dung này',
		cancel: 'Thôi',
		deleted: 'Xóa hay giữ',
		done: 'Đã lưu lựa chọn. Người ghi sẽ thấy khi có mạng.',
		keys: 'Phím tắt: 1 giữ bản đang có, 2, 3… chọn bản khác, g ghi lại, j mục sau.'
	},
	aside: {
		title: 'Bản ghi giữ lại',
		explain:
			'Những bản ghi này đã về phường nhưng chưa vào sổ. Không bản nào bị bỏ: xem rồi nhận, sửa rồi nhận, hoặc ghi vì sao không dùng.',
		states: asideStates,
		why: 'Vì sao giữ lại',
		columns: { at: 'Lúc nhận', by: 'Người ghi', what: 'Loại', door: 'Nhà', why: 'Vì sao giữ lại' },
		whys: {
			'entry.invalid': 'Nội dung chưa hợp lệ',
			'entry.unknownKind': 'Loại bản ghi lạ',
			'entry.unknownVersion': 'Máy dùng bản mới hơn máy chủ',
			'entry.sealed': 'Chưa mở được phong bì',
			'entry.deposited': 'Gửi từ máy đã thu hồi',
			'entry.unknownSender': 'Không nhận ra máy gửi',
			'entry.idReuse': 'Trùng mã với bản ghi khác',
			'entry.outOfScope': 'Ngoài địa bàn được giao',
			'entry.missingParent': 'Chờ hộ hoặc người về trước',
			'entry.tooLarge': 'Quá dài',
			'entry.notAllowed': 'Mục không được phép ghi',
			'review.changedSince': 'Trả lời cho lần hỏi cũ',
			'review.notWaiting': 'Lượt thăm không còn bị trả lại'
		} as Record<string, string>,
		kinds: {
			'household.create': 'Thêm hộ',
			'household.set': 'Sửa hộ',
			'person.add': 'Thêm người',
			'person.set': 'Sửa người',
			'visit.add': 'Lượt thăm',
			'visit.set': 'Sửa lượt thăm',
			'review.answer': 'Trả lời phường',
			'difficulty.add': 'Hỏi phường',
			'outreach.add': 'Buổi tuyên truyền',
			'outreach.set': 'Sửa buổi tuyên truyền',
			'help.add': 'Người ở bàn hỗ trợ',
			'help.set': 'Rút người ở bàn hỗ trợ'
		} as Record<string, string>,
		unknownDoor: 'Chưa rõ nhà nào',
		empty: 'Không có bản ghi nào đang giữ lại.',
		emptyFiltered: 'Không có bản ghi nào khớp với bộ lọc này.',
		pick: 'Chọn một bản ghi ở danh sách bên trái để xem.',
		content: 'Nội dung',
		noContent: 'Bản ghi không có nội dung.',
		sealed: 'Bản ghi còn trong phong bì niêm phong, chưa xem được nội dung. Nhận thì máy chủ thử mở lại.',
		replay: 'Nhận như đã ghi',
		replayAnywhere: 'Nhận, dù ngoài địa bàn',
		anywhere: 'Nhận cả khi nhà nằm ngoài địa bàn đang giao cho người ghi',
		correct: 'Sửa rồi nhận',
		correctHint: 'Chỉ sửa chỗ sai. Nội dung gốc vẫn được giữ nguyên bên cạnh.',
		note: 'Lời nhắn cho người ghi (nếu cần)',
		saveCorrect: 'Nhận bản đã sửa',
		dismiss: 'Không dùng',
		dismissNote: 'Vì sao không dùng',
		dismissHint: 'Người ghi sẽ đọc được câu này. Không ghi số giấy tờ. Bản ghi vẫn được giữ, không bị xóa.',
		saveDismiss: 'Lưu: không dùng',
		cancel: 'Thôi',
		heldNote: 'Bản ghi này sẽ tự vào sổ khi hộ hoặc người mà nó nói đến về phường. Chưa cần làm gì.',
		taken: 'Đã nhận. Người ghi sẽ thấy khi có mạng.',
		dismissed: 'Đã ghi là không dùng. Bản ghi vẫn được giữ ở mục Đã xử lý.',
		keys: 'Phím tắt: n nhận, s sửa rồi nhận, d không dùng, j mục sau.'
	},
	incident: {
		title: 'Sự cố',
		explain: 'Những việc người phụ trách cần biết để báo cáo: máy bị thu hồi, máy chủ lùi về bản cũ.',
		columns: { at: 'Lúc', kind: 'Việc', detail: 'Chi tiết' },
		kinds: incidentKinds,
		empty: 'Chưa có sự cố nào.',
		timeTravel: (count: number | null) =>
			`Máy chủ đã chạy lại từ một bản cũ${count === null ? '' : `, thiếu ít nhất ${count} bước`}. Các máy sẽ tự gửi lại những gì phường đã nhận trong 30 ngày; không cần ghi lại.`,
		restore: 'Người quản trị đã khôi phục từ bản sao. Các máy sẽ tự gửi lại những gì còn thiếu.',
		revoked: 'Máy này không còn gửi nhận được. Chưa có số liệu về dữ liệu trên máy.',
		unsent: (count: number | null) =>
			count === null
				? 'Không rõ còn bao nhiêu bản ghi trên máy.'
				: `Lần gặp cuối máy báo còn ${count} bản ghi chưa gửi.`,
		phoneOf: (name: string) => `Máy của ${name}`,
		lastSeen: (when: string) => `Gặp lần cuối ${when}.`,
		neverSeen: 'Máy chưa gửi nhận lần nào.',
		waiting: (count: number) =>
			count === 0 ? 'Lúc đó không còn bản ghi chưa gửi.' : `Lúc đó còn ${count} bản ghi chưa gửi.`,
		held: 'Máy có thể đang giữ',
		heldNone: 'Máy không giữ dữ liệu người dân nào.',
		heldClasses: {
			households: (n: number) => `${n} địa chỉ hộ`,
			people: (n: number) => `${n} người (họ tên, năm sinh)`,
			numberTails: (n: number) => `${n} người có 4 số cuối định danh`,
			phones: (n: number) => `${n} số điện thoại`,
			standings: (n: number) => `${n} tình trạng tài khoản`,
			visits: (n: number) => `${n} lượt thăm`,
			notes: (n: number) => `${n} ghi chú`
		},
		heldNote: 'Đếm theo địa bàn đã giao, tới lần gặp cuối. Số định danh đầy đủ không xuống máy.'
	},
	assign: {
		title: (name: string) => `Địa bàn của ${name}`,
		act: 'Đổi địa bàn',
		back: 'Về tình nguyện viên',
		choose: 'Chọn khu phố, tổ',
		preview: 'Xem trước',
		previewTitle: 'Nếu giao như vậy',
		same: 'Chưa đổi gì so với hiện nay.',
		none: 'Phải giao ít nhất một địa bàn. Nếu người này thôi làm, hãy thu hồi máy.',
		added: 'Thêm',
		removed: 'Bớt',
		nothing: 'Không có',
		load: (households: number, people: number, visits: number) =>
			`${households} hộ, ${people} người, ${visits} lượt chưa duyệt`,
		orphaned: (names: string) => `Sau đó không còn ai phụ trách: ${names}.`,
		phones: 'Máy liên quan',
		noPhones: 'Chưa có máy nào.',
		phone: (name: string, when: string) => `Máy của ${name}, gặp lần cuối ${when}`,
		phoneNever: (name: string) => `Máy của ${name}, chưa gửi nhận lần nào`,
		waiting: (count: number) => `còn ${count} bản ghi chưa gửi: bản nào thuộc địa bàn cũ sẽ vào mục giữ lại, không mất`,
		figures: 'Số liệu',
		figuresOwn: 'Trong địa bàn của người này',
		figuresWard: 'Số liệu của phường và từng khu phố không đổi.',
		now: 'Hiện nay',
		then: 'Sau khi đổi',
		households: 'Số hộ',
		registered: 'Người trong danh sách',
		present: 'Người đang ở',
		success: 'Đã kích hoạt và đăng nhập',
		effect: 'Ở lần gửi nhận sau, máy tự bỏ các hộ không còn được giao và tải các hộ mới.',
		save: 'Giao như trên',
		done: 'Đã giao địa bàn.',
		leave: {
			title: 'Thôi làm ở xã, phường này',
			what: 'Dùng khi người này chuyển sang xã, phường khác hoặc thôi làm. Máy không nhận danh sách của phường nữa, thẻ hết hiệu lực. Những gì đã ghi vẫn còn, mang tên người này.',
			unsent:
				'Bản ghi chưa gửi nằm trên máy ở dạng niêm phong, gửi về phường này trong bảy ngày và vào mục giữ lại để người của phường xem, kể cả khi máy đã vào xã, phường khác.',
			sure: 'Tôi đã hỏi người này',
			act: 'Cho thôi'
		}
	},
	move: {
		act: 'Chuyển nhà này sang địa bàn khác',
		to: 'Chuyển sang',
		preview: 'Xem trước',
		title: (from: string, to: string) => `Nếu chuyển từ ${from} sang ${to}`,
		what: (people: number, visits: number, open: number) =>
			`Chuyển cùng ${people} người và ${visits} lượt thăm (${open} lượt chưa duyệt).`,
		losing: 'Máy sẽ không còn nhà này',
		gaining: 'Máy sẽ có nhà này',
		nobody: 'Không máy nào',
		wardSame: 'Số liệu cả phường không đổi.',
		save: 'Chuyển như trên',
		done: 'Đã chuyển.'
	}
};

export type CaseWords = typeof cases;
