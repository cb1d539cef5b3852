// The ward's desk. Labels of terms.md section 2 where they exist; roles of digest a.1 as they are today.

import { acts } from './acts.ts';
import type { StaffRole } from '../../../domain/desk.ts';
import type { NextStepKind } from '../../../domain/visit.ts';

const roles: Record<StaffRole, string> = {
	areaPolice: 'Cảnh sát khu vực',
	civilStatus: 'Tư pháp – Hộ tịch',
	oneStop: 'Bộ phận Một cửa',
	leader: 'Tổ trưởng',
	administrator: 'Quản trị'
};

export const desk = {
	app: 'Gõ Cửa',
	title: 'Bàn phường',
	/** Of a list that was counted no further. */
	moreThan: (count: string) => `hơn ${count}`,
	skip: 'Đến nội dung chính',
	roles,
	nav: {
		label: 'Các phần của bàn phường',
		overview: 'Tổng quan',
		review: 'Duyệt',
		cases: 'Cần xử lý',
		households: 'Hộ dân',
		volunteers: 'Tình nguyện viên',
		audit: 'Nhật ký'
	},
	signIn: {
		title: 'Đăng nhập bàn phường',
		ward: 'Xã, phường',
		username: 'Tên đăng nhập',
		password: 'Mật khẩu',
		act: 'Đăng nhập',
		out: 'Đăng xuất',
		hint: 'Đây là tài khoản của bàn phường, không phải tài khoản VNeID.',
		signedOut: 'Đã đăng xuất.'
	},
	overview: {
		title: 'Tổng quan',
		area: 'Khu phố',
		whole: 'Cả phường',
		households: 'Số hộ',
		informed: 'Hộ đã được tuyên truyền',
		registered: 'Người trong danh sách',
		present: 'Người đang ở',
		issued: 'Đã cấp',
		activated: 'Đã kích hoạt',
		success: 'Đã kích hoạt và đăng nhập',
		declared: 'Người dân nói (tính riêng)',
		perRegistered: 'trên danh sách',
		perPresent: 'trên người đang ở',
		open: (count: string) => `${count} lượt chờ duyệt`,
		scam: (count: string) => `${count} lượt cảnh báo lừa đảo`,
		toReview: 'Mở danh sách chờ duyệt',
		explain:
			'Chỉ đếm những gì thấy trên máy người dân hoặc theo danh sách Công an. Lời người dân nói được đếm riêng. Bản ghi còn nằm trên máy tình nguyện viên chưa có ở đây.'
	},
	review: {
		title: 'Duyệt lượt thăm',
		filters: 'Lọc danh sách',
		state: 'Trạng thái',
		area: 'Khu phố',
		volunteer: 'Tình nguyện viên',
		outcome: 'Kết quả',
		code: 'Mã vướng mắc, cờ',
		search: 'Tìm tên, số nhà, 4 số cuối',
		all: 'Tất cả',
		apply: 'Lọc',
		clear: 'Bỏ lọc',
		late: 'Chỉ lượt quá hạn sửa',
		lateCount: (count: string) => `${count} lượt trả lại đã quá hạn sửa`,
		fix: {
			ago: (days: number) => (days === 0 ? 'trả lại hôm nay' : `trả lại ${days} ngày trước`),
			due: (day: string) => `hạn sửa ${day}`,
			overdue: 'quá hạn',
			title: 'Số ngày để sửa lượt trả lại',
			hint: 'Để trống nếu phường không đặt hạn.',
			save: 'Lưu số ngày'
		},
		hints: {
			title: 'Nên xem kỹ',
			clock: (minutes: number) => `Đồng hồ máy nhanh hơn giờ phường ${minutes} phút.`,
			pace: (count: number) => `Cùng người đi có ${count} lượt ở nhà khác trong vòng một phút.`,
			copies: (count: number) => `Trong ngày có ${count} lượt khác ghi giống hệt về người khác.`
		},
		saved: {
			label: 'Bộ lọc của tôi',
			name: 'Tên bộ lọc',
			keep: 'Lưu bộ lọc này',
			hint: 'Chữ đang tìm không được lưu.',
			drop: 'Bỏ',
			dropOf: (name: string) => `Bỏ bộ lọc ${name}`,
			said: { saved: 'Đã lưu bộ lọc.', dropped: 'Đã bỏ bộ lọc.', ruled: 'Đã lưu số ngày.' }
		},
		states: {
			open: 'Chờ phường xem',
			waiting: 'Mới gửi về',
			returned: 'Đã trả lại',
			corrected: 'Đã sửa, chờ xem lại',
			approved: 'Đã duyệt'
		},
		columns: {
			door: 'Nhà',
			person: 'Người',
			volunteer: 'Người đi',
			seenAt: 'Lúc đến',
			outcome: 'Kết quả',
			state: 'Trạng thái'
		},
		empty: 'Không có lượt thăm nào khớp với bộ lọc này.',
		emptyOpen: 'Không còn lượt nào chờ duyệt.',
		count: (count: string) => `${count} lượt`,
		more: 'Xem tiếp',
		first: 'Về đầu danh sách',
		choose: 'Chọn một lượt ở danh sách bên trái để xem.',
		nobody: 'Không ghi tên',
		approve: 'Duyệt',
		return: 'Trả lại',
		approved: 'Đã duyệt.',
		returned: 'Đã trả lại, tình nguyện viên sẽ thấy khi có mạng.',
		decided: 'Xem lại lượt vừa quyết',
		plain: {
			mark: 'rõ ràng',
			summary: (count: number) => `Duyệt cùng lúc ${count} lượt rõ ràng trên trang này`,
			explain:
				'Lượt rõ ràng: mới gửi về lần đầu, không có cờ, không nhảy bậc, không kèm ghi chú, không có hai bản khác nhau, giờ giấc hợp lý. Duyệt rồi thì không rút lại được.',
			act: (count: number) => `Duyệt ${count} lượt`,
			cancel: 'Thôi',
			done: (count: number) => `Đã duyệt ${count} lượt.`,
			left: (count: number) =>
				`Còn ${count} lượt chưa duyệt, vì đã có người quyết hoặc có thay đổi sau khi trang này mở. Mời xem từng lượt.`
		},
		correct: 'Tự sửa',
		corrected: 'Đã sửa. Lượt này vẫn chờ duyệt.',
		correctTitle: 'Tự sửa một mục của người này',
		correctHint: 'Chỉ sửa khi phường biết chắc, ví dụ theo giấy tờ gốc. Người đi thăm sẽ thấy giá trị mới.',
		correctValue: 'Sửa thành',
		correctSend: 'Lưu chỗ sửa',
		keysTitle: 'Phím tắt',
		keys: {
			a: 'duyệt rồi mở lượt sau',
			r: 'trả lại',
			c: 'tự sửa',
			j: 'lượt sau',
			k: 'lượt trước',
			Esc: 'đóng ô đang mở'
		},
		returnTitle: 'Trả lại để sửa',
		field: 'Mục cần sửa',
		comment: 'Cần sửa gì',
		commentHint: 'Một câu ngắn, nói rõ cần xem lại điều gì. Không ghi số giấy tờ.',
		send: 'Gửi trả lại',
		cancel: 'Thôi',
		next: 'Lượt sau',
		what: 'Lượt thăm',
		who: 'Người',
		since: 'Thay đổi sau khi trả lại',
		sinceNone: 'Tình nguyện viên chưa sửa gì.',
		history: 'Lịch sử',
		field_: 'Mục',
		before: 'Trước',
		after: 'Sau',
		by: 'Ai',
		at: 'Lúc',
		none: '(trống)',
		asked: 'Phường đã hỏi',
		conflicts: 'Hai người ghi khác nhau',
		conflictKept: 'Đang giữ',
		conflictOther: 'Bản kia',
		conflictOpen: 'Mở để chọn',
		receivedAt: 'Phường nhận lúc',
		reveal: 'Xem đủ số định danh',
		revealReason: 'Lý do xem',
		revealed: 'Số định danh',
		revealNote: 'Mỗi lần xem đều được ghi vào nhật ký.',
		noNumber: 'Chưa có số định danh'
	},
	values: {
		yes: 'Có',
		no: 'Không',
		refused: 'Không đồng ý',
		noticeOf: 'thông báo ngày',
		cardBy: { scan: 'Quét thẻ', manual: 'Nhập tay' },
		unlinked: 'máy mượn: đã hủy liên kết',
		guide: (id: string, packVersion: number) => `${id}, bản ${packVersion}`,
		next: {
			none: 'Không hẹn',
			revisit: 'Hẹn đến lại',
			selfServe: 'Người dân tự làm',
			referral: 'Chuyển xử lý',
			appointment: 'Hẹn gặp tại phường'
		} as Record<NextStepKind, string>
	},
	fields: {
		visit: 'Lượt thăm',
		person: 'Người',
		household: 'Nhà',
		difficulty: 'Khó khăn',
		outreach: 'Buổi tuyên truyền',
		help: 'Bàn hỗ trợ'
	},
	households: {
		title: 'Hộ dân',
		search: 'Tìm tên, số nhà, 4 số cuối',
		columns: { door: 'Nhà', area: 'Khu phố', people: 'Người', done: 'Đã xong', last: 'Lần đến gần nhất' },
		empty: 'Không có nhà nào khớp.',
		never: 'Chưa đến',
		people: 'Người trong nhà',
		visits: 'Các lượt thăm',
		noPeople: 'Chưa ghi ai.',
		noVisits: 'Chưa có lượt thăm nào.',
		back: 'Về danh sách'
	},
	volunteers: {
		title: 'Tình nguyện viên và máy',
		columns: { name: 'Họ và tên', areas: 'Khu phố', devices: 'Máy đang dùng', invite: 'Mời' },
		invite: 'Tạo mã mời',
		inviteFor: (name: string) => `Mã mời cho ${name}`,
		inviteHow: 'Mở Gõ Cửa trên điện thoại của người được mời, quét mã này hoặc gõ các chữ bên dưới.',
		inviteOnce: (clock: string) => `Dùng một lần, đến ${clock}. Rời trang này thì mã không hiện lại.`,
		qr: 'Mã mời để quét',
		noDevices: 'Chưa có máy nào',
		joined: (day: string) => `Vào ngày ${day}`,
		seen: (when: string) => `gặp lần cuối ${when}`,
		neverSeen: 'chưa gửi về lần nào',
		waiting: (count: number) => `còn ${count} bản ghi trên máy`,
		revoke: 'Thu hồi máy',
		revoked: (day: string) => `Đã thu hồi ngày ${day}`,
		revokeDone: 'Đã thu hồi. Máy đó không gửi nhận được nữa.',
		roles: { member: 'Thành viên tổ', youth: 'Đoàn viên tình nguyện', quarterHead: 'Khu phố trưởng' } as Record<
			string,
			string
		>,
		empty: 'Chưa có tình nguyện viên nào.'
	},
	audit: {
		title: 'Nhật ký',
		columns: { at: 'Lúc', who: 'Ai', act: 'Việc', subject: 'Đối tượng', reason: 'Lý do' },
		older: 'Xem cũ hơn',
		empty: 'Chưa có dòng nào.',
		acts
	},
	rescue: {
		title: 'Nhận tệp nhờ gửi',
		lead: 'Khi không có mạng, tình nguyện viên nhờ người khác mang tệp đến phường. Tệp đã niêm phong: chỉ máy chủ của phường mở được. Nhận lại cùng một tệp không sinh bản trùng.',
		file: 'Tệp từ máy của tình nguyện viên',
		act: 'Nhận tệp',
		none: 'Hãy chọn tệp trước.',
		done: (entries: number) => `Đã đọc xong tệp có ${entries} bản ghi.`,
		taken: (count: number) => `${count} bản mới, đã đưa vào danh sách.`,
		known: (count: number) => `${count} bản phường đã có từ trước.`,
		aside: (count: number) => `${count} bản để riêng, chờ xem lại.`
	},
	error: {
		title: 'Không mở được trang này',
		home: 'Về trang Tổng quan',
		missing: 'Không có trang này hoặc mục này đã chuyển đi.',
		other: 'Có lỗi ở máy chủ. Thử lại sau ít phút; nếu vẫn vậy, báo người quản trị.'
	}
};
